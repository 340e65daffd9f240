using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;

namespace Roster.Tests.Server;

public sealed class TelemetryTests
{
    [Fact]
    public async Task A_collector_is_told_of_requests_and_writes_and_of_nothing_personal()
    {
        using var folder = new TempFolder();
        var received = new ConcurrentBag<(string Path, string Text)>();
        await using var collector = await CollectorAsync(received);
        await using (var server = await RosterProcess.StartAsync(new Dictionary<string, string>
        {
            ["ROSTER_STORE"] = "sqlite:" + folder.File("roster.db"),
            ["ROSTER_BOOTSTRAP_KEY"] = RosterServer.BootstrapKey,
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Urls.First(),
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        }))
        {
            var key = ("Authorization", "Bearer " + RosterServer.BootstrapKey);
            var made = await server.Wire.SendAsync(
                "POST", "/api/users", """{"userName":"ada@example.com"}"""u8.ToArray(), key, ("Content-Type", "application/json"));
            made.Status.ShouldBe(201);
            (await server.Wire.SendAsync("GET", "/api/users?userName=ada@example.com", null, key)).Status.ShouldBe(200);
            server.SendTerminate();
            (await server.ExitAsync()).ShouldBe(0);
        }

        var metrics = Received("/v1/metrics");
        metrics.ShouldContain("roster.writes");
        metrics.ShouldContain("roster.batch");
        metrics.ShouldContain("http.server.request.duration");
        var traces = Received("/v1/traces");
        traces.ShouldContain("POST /api/users");
        foreach (var text in (string[])[metrics, traces])
        {
            text.ShouldNotContain("ada@example.com");
            text.ShouldNotContain("userName");
            text.ShouldNotContain(RosterServer.BootstrapKey.Split('.')[1][..53]);
        }

        string Received(string path) => string.Concat(received.Where(message => message.Path == path).Select(message => message.Text));
    }

    private static async Task<WebApplication> CollectorAsync(ConcurrentBag<(string Path, string Text)> received)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration["urls"] = "http://127.0.0.1:0";
        var collector = builder.Build();
        collector.Run(async context =>
        {
            var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            received.Add((context.Request.Path, System.Text.Encoding.Latin1.GetString(body.ToArray())));
        });
        await collector.StartAsync();
        return collector;
    }
}
