namespace Roster.Bench.Yardstick;

/// <summary>The least that Kestrel can do: the same headers and bytes for every request, without looking at it.</summary>
internal static class BareKestrel
{
    public static async Task<int> RunAsync(string url, string file)
    {
        var body = await File.ReadAllBytesAsync(file);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        var app = builder.Build();
        app.Run(context =>
        {
            var response = context.Response;
            response.ContentType = "application/json";
            response.ContentLength = body.Length;
            response.Headers["X-Request-Id"] = "0b6cf6fd-6a1c-4e8d-a6a4-5f7a2e3ce2c1";
            response.Headers["Roster-Revision"] = "abcdefgh-1000";
            return response.Body.WriteAsync(body, CancellationToken.None).AsTask();
        });
        await app.RunAsync(CancellationToken.None);
        return 0;
    }
}
