namespace Roster.Bench.Yardstick;

/// <summary>The least that Kestrel can do: the same headers and bytes for every request, which is read to its end and not looked at.</summary>
internal static class BareKestrel
{
    public static async Task<int> RunAsync(string url, string file)
    {
        var body = await File.ReadAllBytesAsync(file);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        var app = builder.Build();
        app.Run(async context =>
        {
            await ReadAsync(context.Request);
            var response = context.Response;
            response.ContentType = "application/json";
            response.ContentLength = body.Length;
            response.Headers["X-Request-Id"] = "0b6cf6fd-6a1c-4e8d-a6a4-5f7a2e3ce2c1";
            response.Headers["Roster-Revision"] = "abcdefgh-1000";
            await response.Body.WriteAsync(body, CancellationToken.None);
        });
        await app.RunAsync(CancellationToken.None);
        return 0;
    }

    /// <summary>All of the body, where there is one.</summary>
    private static async ValueTask ReadAsync(HttpRequest request)
    {
        if (request.ContentLength is not > 0)
        {
            return;
        }

        while (true)
        {
            var read = await request.BodyReader.ReadAsync(CancellationToken.None);
            request.BodyReader.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
            {
                return;
            }
        }
    }
}
