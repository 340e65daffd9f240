using System.Collections;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Roster.Core.Changes;
using Roster.Server.Composition;
using Roster.Storage.Postgres;
using Roster.Tests.Server.Calls;

namespace Roster.Tests.Server.Postgres.Faults;

/// <summary>The real server in this process, on a PostgreSQL that it waits for no longer than a second.</summary>
internal sealed class ImpatientServer : IAsyncDisposable
{
    private const string Account = "org-test";

    /// <summary>Twice the patience, for a write that has begun, and what a busy machine takes.</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan Recovery = TimeSpan.FromSeconds(30);

    private readonly RosterApp _app;
    private readonly HttpClient _http;

    private ImpatientServer(RosterApp app)
    {
        _app = app;
        _http = new() { BaseAddress = new Uri(app.Addresses.First()) };
        At = new(_http, Account, RosterServer.BootstrapKey);
    }

    public AccountClient At { get; }

    public static async Task<ImpatientServer> StartAsync(string connection)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "roster-server" });
        builder.Configuration["urls"] = "http://127.0.0.1:0";
        var variables = new Hashtable { ["ROSTER_STORE"] = "postgres:" + connection, ["ROSTER_BOOTSTRAP_KEY"] = RosterServer.BootstrapKey };
        var settings = SettingsReader.Read(builder.Configuration, variables, out var problems)
            ?? throw new InvalidOperationException(string.Join(' ', problems));
        var options = new PostgresOptions { Connection = connection, Patience = TimeSpan.FromSeconds(1) };
        var store = OpenStore.Of(await PostgresStore.OpenAsync(options, TimeProvider.System, CancellationToken.None));
        var app = RosterApp.Build(builder, settings, store, ServerParts.Default);
        await app.Services.GetRequiredService<FirstStart>().RunAsync(settings.BootstrapKey, CancellationToken.None);
        await app.StartAsync(CancellationToken.None);
        return new(app);
    }

    /// <summary>Every door refuses reads and writes in time and in its own words; the process is alive, and not ready.</summary>
    public async Task ShouldBeUnavailableAsync()
    {
        Call[] calls =
        [
            At.WhyLabs.Users(), At.WhyLabs.Create("w@example.com"),
            At.Fivetran.Users(), At.Fivetran.Invite("f@example.com"),
            At.Native.Keys(), At.Native.Create("n@example.com"),
        ];
        var began = Stopwatch.StartNew();
        await Task.WhenAll([.. calls.Select(ShouldBeRefusedAsync), ShouldBeAsync("/healthz", 200), ShouldBeAsync("/readyz", 503)]);
        began.Elapsed.ShouldBeLessThan(Bound);
    }

    /// <summary>By itself, and soon.</summary>
    public async Task ShouldServeAgainAsync(string email)
    {
        var waiting = Stopwatch.StartNew();
        while (await StatusAsync("/readyz") != 200 || !(await At.SendAsync(At.Native.Create(email))).Succeeded)
        {
            waiting.Elapsed.ShouldBeLessThan(Recovery);
        }

        (await At.DoAsync(At.Fivetran.Users())).List("data.items").Select(user => (string)user["email"]!).ShouldContain(email);
    }

    public async Task ShouldBeAsync(string path, int status) => (await StatusAsync(path)).ShouldBe(status, path);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }

    private async Task<int> StatusAsync(string path)
    {
        using var response = await _http.GetAsync(path);
        return (int)response.StatusCode;
    }

    private async Task ShouldBeRefusedAsync(Call call)
    {
        using var message = call.ToMessage(RosterServer.BootstrapKey);
        using var response = await _http.SendAsync(message);
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;

        ((int)response.StatusCode).ShouldBe(503, call.ToString());
        response.Headers.RetryAfter!.Delta!.Value.ShouldBeGreaterThan(TimeSpan.Zero);
        var (media, name, members) = ShapeOf(call.Door);
        response.Content.Headers.ContentType!.MediaType.ShouldBe(media);
        body[members[0]]!.GetValue<string>().ShouldBe(name);
        body.AsObject().Select(member => member.Key).ShouldBe(members, ignoreOrder: true);
        body.ToJsonString().ShouldNotContain("Npgsql");
    }

    /// <summary>The contracts' words: WhyLabs §1.9, Fivetran §1.5, and our own problems.</summary>
    private static (string Media, string Name, string[] Members) ShapeOf(Door door) => door switch
    {
        Door.WhyLabs => ("application/json", "ServiceUnavailable", ["type", "message", "requestId"]),
        Door.Fivetran => ("application/json", "ServiceUnavailable", ["code", "message"]),
        _ => ("application/problem+json", "urn:roster:problem:unavailable", ["type", "title", "status", "detail", "field", "requestId"]),
    };
}
