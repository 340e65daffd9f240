using System.Diagnostics;
using Roster.Storage.Postgres;
using Roster.Testing.Postgres;

namespace Roster.Tests.Storage.Conformance.Postgres.Faults;

/// <summary>A database that neither answers nor goes away: callers hear in time, and it goes on when it speaks again.</summary>
public sealed class SilenceTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Twice the patience, and what a busy machine takes.</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(15);

    [Fact]
    public async Task Nobody_waits_much_longer_than_the_patience()
    {
        await using var database = await FaultyDatabase.OpenAsync(Patience);
        var store = database.Store;
        database.Proxy.FallSilent();

        var began = Stopwatch.StartNew();
        await Task.WhenAll(
            RefusedAsync(store.UserAsync(FaultyDatabase.Home, "u1")),
            RefusedAsync(store.RevisionAsync(FaultyDatabase.Home)),
            RefusedAsync(store.AddUserAsync(FaultyDatabase.Home, "u1")),
            RefusedAsync(store.OpenAccountAsync(new("org-other"))));
        (await store.IsReadyAsync(TestContext.Current.CancellationToken)).ShouldBeFalse();
        began.Elapsed.ShouldBeLessThan(Bound);

        database.Proxy.SpeakAgain();
        await AnswersAgainAsync(store);
        (await store.AddUserAsync(FaultyDatabase.Home, "u9")).Number(0).ShouldBeInRange(2, 3);
    }

    [Fact]
    public async Task A_write_that_waits_behind_a_silent_one_is_never_done()
    {
        await using var database = await FaultyDatabase.OpenAsync(Patience, lanes: 1);
        var store = database.Store;
        var trap = database.Proxy.Trap(CommitFate.Late);
        var begun = RefusedAsync(store.AddUserAsync(FaultyDatabase.Home, "begun"));
        await trap.Caught;

        var waiting = await RefusedAsync(store.AddUserAsync(FaultyDatabase.Home, "waiting"));
        waiting.MayBeWritten.ShouldBeFalse();
        waiting.Message.ShouldContain("nothing was changed");

        // Its COMMIT has been sent: it may be done yet, and here it is.
        (await begun).MayBeWritten.ShouldBeTrue();
        trap.Cut();
        trap.Deliver();
        await AnswersAgainAsync(store);
        var log = await database.LogAsync(FaultyDatabase.Home);
        log.Select(entry => entry.Change).OfType<UserCreated>().Select(created => created.User.Value).ShouldBe(["begun"]);
    }

    [Fact]
    public async Task The_end_of_a_scope_may_take_longer_than_its_caller_waits()
    {
        await using var database = await FaultyDatabase.OpenAsync(Patience);
        var store = database.Store;
        await store.AddScopeAsync(FaultyDatabase.Home, ScopeId.Group("big"));
        await database.ExecuteAsync("CREATE FUNCTION dawdle() RETURNS trigger LANGUAGE plpgsql AS $body$ BEGIN PERFORM pg_sleep(4); RETURN new; END $body$");
        await database.ExecuteAsync("CREATE TRIGGER dawdle BEFORE UPDATE ON scopes FOR EACH ROW EXECUTE FUNCTION dawdle()");

        (await RefusedAsync(store.ApplyAsync(FaultyDatabase.Home, new ScopeEnded(ScopeId.Group("big"))))).MayBeWritten.ShouldBeTrue();

        await Soon.ShouldBeAsync(() => store.RevisionAsync(FaultyDatabase.Home), 3);
        (await database.LogAsync(FaultyDatabase.Home))[^1].Change.ShouldBeOfType<ScopeEnded>();
    }

    [Fact]
    public async Task Connections_that_are_cut_are_made_again()
    {
        await using var database = await FaultyDatabase.OpenAsync(TimeSpan.FromSeconds(30));
        for (var i = 0; i < 5; i++)
        {
            database.Proxy.CutAll();
            await database.Store.AddUserAsync(FaultyDatabase.Home, $"u{i}");
        }

        (await database.LogAsync(FaultyDatabase.Home)).Count.ShouldBe(6);
    }

    private static Task<StoreUnavailableException> RefusedAsync(Task asked) => Should.ThrowAsync<StoreUnavailableException>(asked);

    private static Task AnswersAgainAsync(PostgresStore store) => Soon.ShouldBeAsync(
        async () => await store.IsReadyAsync(TestContext.Current.CancellationToken) && await IsAnsweredAsync(store), true);

    private static async Task<bool> IsAnsweredAsync(PostgresStore store)
    {
        try
        {
            return await store.RevisionAsync(FaultyDatabase.Home) > 0;
        }
        catch (StoreUnavailableException)
        {
            return false;
        }
    }
}
