using System.Diagnostics;

namespace Roster.Tests.Server.Postgres;

/// <summary>A replica that is held back shows whom the server asks: what it answers is of then, and says so.</summary>
public sealed class ReplicaTests : IAsyncLifetime
{
    private Replication? _replication;
    private RosterProcess? _process;

    private Replication Replication => _replication!;

    private Speaker Server => new(_process!);

    public async ValueTask InitializeAsync()
    {
        _replication = await Replication.StartAsync();
        _process = await RosterProcess.StartAsync(new Dictionary<string, string>
        {
            ["ROSTER_STORE"] = "postgres:" + Replication.Connection,
            ["ROSTER_STORE_READS"] = "postgres:" + Replication.ToStandby,
            ["ROSTER_BOOTSTRAP_KEY"] = RosterServer.BootstrapKey,
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { } process)
        {
            await process.DisposeAsync();
        }

        if (_replication is { } replication)
        {
            await replication.DisposeAsync();
        }
    }

    [Fact]
    public async Task It_answers_whoever_names_a_revision_that_it_knows_and_nobody_else()
    {
        var known = (await Server.AddUserAsync("ada@example.com")).Revision();
        await Replication.PauseAsync();
        var latest = (await Server.AddUserAsync("bob@example.com")).Revision();

        await ShouldShowAsync(atLeast: known, known, isThere: false);
        await ShouldShowAsync(atLeast: latest, latest, isThere: true);
        await ShouldShowAsync(atLeast: null, latest, isThere: true);

        await Replication.ResumeAsync();
        await ShouldShowAsync(atLeast: known, latest, isThere: true);
    }

    /// <summary>Kept answers are the latest ones: one of then must neither become such nor be hidden by one.</summary>
    [Fact]
    public async Task What_it_answers_is_not_kept()
    {
        var known = (await Server.AddUserAsync("ada@example.com")).Revision();
        await Replication.PauseAsync();
        var latest = (await Server.AddUserAsync("bob@example.com")).Revision();

        for (var i = 0; i < 3; i++)
        {
            await ShouldShowAsync(atLeast: known, i == 0 ? known : latest, isThere: i > 0);
            await ShouldShowAsync(atLeast: null, latest, isThere: true);
        }
    }

    [Fact]
    public async Task It_is_not_asked_whose_key_it_is()
    {
        var minted = await Server.DoAsync("POST", "/api/keys", """{"name":"short","grants":["read"]}""");
        var holder = Server.With(minted.Json.GetProperty("key").GetString()!);
        await Replication.PauseAsync();
        (await holder.UsersAsync(minted.Revision())).Status.ShouldBe(200);
        var fresh = await Server.DoAsync("POST", "/api/keys", """{"name":"fresh","grants":["read"]}""");

        await Server.DoAsync("DELETE", $"/api/keys/{minted.Json.GetProperty("id").GetString()}");

        (await holder.UsersAsync(minted.Revision())).Status.ShouldBe(401);
        (await Server.With(fresh.Json.GetProperty("key").GetString()!).UsersAsync(minted.Revision())).Status.ShouldBe(200);
    }

    [Fact]
    public async Task It_is_not_asked_what_an_owner_may_do()
    {
        var owner = (await Server.AddUserAsync("ada@example.com")).Json.GetProperty("id").GetString()!;
        var path = $"/api/memberships/account/org-test/{owner}";
        await Server.DoAsync("PUT", path, """{"role":"Account Reviewer"}""");
        var minted = await Server.DoAsync("POST", "/api/keys", $$"""{"name":"hers","grants":["read"],"ownerId":"{{owner}}"}""");
        var holder = Server.With(minted.Json.GetProperty("key").GetString()!);
        await Replication.PauseAsync();
        (await holder.UsersAsync(minted.Revision())).Status.ShouldBe(200);

        await Server.DoAsync("DELETE", path);

        (await holder.UsersAsync(minted.Revision())).Status.ShouldBe(403);
    }

    [Fact]
    public async Task Without_it_the_primary_answers_and_back_again_it_is_asked_again()
    {
        var known = (await Server.AddUserAsync("ada@example.com")).Revision();
        await Replication.PauseAsync();
        var latest = (await Server.AddUserAsync("bob@example.com")).Revision();
        await ShouldShowAsync(atLeast: known, known, isThere: false);

        await Replication.Standby.StopAsync();

        var waiting = Stopwatch.StartNew();
        for (var i = 0; i < 10; i++)
        {
            await ShouldShowAsync(atLeast: known, latest, isThere: true, limit: 999 - i);
        }

        // Waiting for it each time would take longer.
        waiting.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(8));
        await Replication.Standby.StartAgainAsync();
        await Replication.PauseAsync();
        var later = (await Server.AddUserAsync("cy@example.com")).Revision();
        while ((await Server.UsersAsync(latest)).Revision() != latest)
        {
            waiting.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(60), $"{later} is answered still");
        }
    }

    /// <summary>Looks whether the second user is shown.</summary>
    private async Task ShouldShowAsync(string? atLeast, string revision, bool isThere, int limit = 1000)
    {
        var answer = await Server.GetAsync($"/api/users?limit={limit}", atLeast);

        answer.Status.ShouldBe(200, answer.ToString());
        answer.Revision().ShouldBe(revision);
        answer.Text.Contains("bob@example.com", StringComparison.Ordinal).ShouldBe(isThere, answer.ToString());
    }
}
