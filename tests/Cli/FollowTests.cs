using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Roster.Tests.Cli;

public sealed class FollowTests
{
    [Fact]
    public async Task The_log_is_followed_over_a_time_in_which_the_server_is_away()
    {
        var asked = new ConcurrentQueue<string?>();
        await using var server = await StartAsync(asked);
        using var shell = new Shell().Set("ROSTER_URL", server.Urls.Single()).Set("ROSTER_KEY", "Abc123Def4.secret");
        using var terminal = shell.StartOnTerminal("changes", "--follow");

        await terminal.AnswerAsync("AfterIt", "\x03");
        var ran = await terminal.EndAsync();

        ran.Code.ShouldBe(130, ran.Out);
        ran.Out.Split("BeforeIt").Length.ShouldBe(2, ran.Out);
        ran.Out.Split("It goes on when the server is back.").Length.ShouldBe(2, ran.Out);
        asked.Take(9).ShouldBe(["0", "1", "1", "1", "1", "1", "1", "1", "1"]);
    }

    /// <summary>Answers what there is, and its end; is away for longer than a call has patience; then answers what came after it.</summary>
    private static async Task<WebApplication> StartAsync(ConcurrentQueue<string?> asked)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(context =>
        {
            asked.Enqueue(context.Request.Query["after"]);
            context.Response.StatusCode = asked.Count is > 2 and < 9 ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK;
            return context.Response.WriteAsync(asked.Count switch
            {
                1 => Page(1, "BeforeIt"),
                9 => Page(2, "AfterIt"),
                _ => """{"items":[],"nextAfter":0}""",
            });
        });
        await app.StartAsync();
        return app;
    }

    private static string Page(int revision, string kind) => $$$"""
        {"items":[{"revision":{{{revision}}},"set":{{{revision}}},"time":"2030-01-01T00:00:00Z","kind":"{{{kind}}}","actor":"server","door":"server","change":{},"personal":null}],"nextAfter":{{{revision}}}}
        """;
}
