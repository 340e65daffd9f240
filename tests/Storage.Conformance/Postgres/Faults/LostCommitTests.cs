using Roster.Testing.Postgres;

namespace Roster.Tests.Storage.Conformance.Postgres.Faults;

/// <summary>Storage rule 20: a COMMIT without an answer was done or not, and the log knows.</summary>
public sealed class LostCommitTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData(CommitFate.Lost)]
    [InlineData(CommitFate.Unanswered)]
    [InlineData(CommitFate.Late)]
    public async Task A_write_whose_commit_is_not_answered_is_done_once_and_answered(CommitFate fate)
    {
        await using var database = await FaultyDatabase.OpenAsync(Patience);
        var told = new Told();
        database.Store.Follow(told);
        var trap = database.Proxy.Trap(fate);
        var before = database.Store.Commits;

        var writing = database.Store.AddUserAsync(FaultyDatabase.Home, "u1");
        await trap.Caught;
        trap.Cut();

        // The lane has come back and has found the truth, or the account locked.
        await Soon.ShouldBeAsync(() => Task.FromResult(database.Store.Commits > before), true);
        trap.Deliver();

        (await writing).Number(0).ShouldBe(2);
        await ShouldHaveOnceAsync(database, "u1");
        told.Revisions.ShouldBe([2]);
        (await database.Store.AddUserAsync(FaultyDatabase.Home, "u2")).Number(0).ShouldBe(3);
    }

    [Theory]
    [InlineData(CommitFate.Lost)]
    [InlineData(CommitFate.Unanswered)]
    public async Task All_writers_of_the_batch_are_answered_as_if_nothing_had_been(CommitFate fate)
    {
        await using var database = await FaultyDatabase.OpenAsync(Patience, lanes: 1);
        AccountId[] accounts = [FaultyDatabase.Home, new("org-a"), new("org-b")];
        await Task.WhenAll(accounts[1..].Select(account => database.Store.OpenAccountAsync(account)));
        var held = await HeldLock.TakeAsync(database.Store, FaultyDatabase.Home);
        var trap = database.Proxy.Trap(fate);

        var writing = accounts.SelectMany(account => Enumerable.Range(0, 10).Select(i => database.Store.AddUserAsync(account, $"u{i}"))).ToList();
        await held.DisposeAsync();
        await trap.Caught;

        (await Task.WhenAll(writing)).Select(moment => moment.Number(0))
            .ShouldBe(accounts.SelectMany(_ => Enumerable.Range(2, 10).Select(i => (long)i)));
        foreach (var account in accounts)
        {
            (await database.LogAsync(account)).Count.ShouldBe(11);
        }
    }

    /// <summary>Its account is skipped, since the old backend has the lock: what is not in the log yet may be on its way.</summary>
    [Fact]
    public async Task A_commit_that_is_still_on_its_way_is_waited_for_in_company_too()
    {
        await using var database = await FaultyDatabase.OpenAsync(Patience, lanes: 1);
        var other = new AccountId("org-other");
        await database.Store.OpenAccountAsync(other);
        var trap = database.Proxy.Trap(CommitFate.Late);

        var late = database.Store.AddUserAsync(FaultyDatabase.Home, "u1");
        await trap.Caught;
        var first = database.Store.AddUserAsync(other, "u1");
        trap.Cut();
        await first;
        trap.Deliver();

        (await late).Number(0).ShouldBe(2);
        await ShouldHaveOnceAsync(database, "u1");
    }

    [Fact]
    public async Task An_account_whose_opening_is_still_on_its_way_is_opened_once_and_answered()
    {
        await using var database = await FaultyDatabase.OpenAsync(Patience);
        var account = new AccountId("org-new");
        var trap = database.Proxy.Trap(CommitFate.Late);

        var opening = database.Store.OpenAccountAsync(account);
        await trap.Caught;
        trap.Cut();
        await Soon.ShouldBeAsync(() => database.CountAsync("pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"), 1);
        trap.Deliver();

        (await opening).Number(0).ShouldBe(1);
        (await database.LogAsync(account)).ShouldHaveSingleItem();
    }

    /// <summary>It is in no log; the note itself says whether it was left.</summary>
    [Theory]
    [InlineData(CommitFate.Lost)]
    [InlineData(CommitFate.Unanswered)]
    [InlineData(CommitFate.Late)]
    public async Task A_note_alone_whose_commit_is_not_answered_is_left_once_and_answered(CommitFate fate)
    {
        await using var database = await FaultyDatabase.OpenAsync(Patience);
        var trap = database.Proxy.Trap(fate);
        var before = database.Store.Commits;

        var writing = database.Store.DecideAsync(
            FaultyDatabase.Home,
            reads => reads.NoteAsync("a"),
            (Note? found, Moment _) => found is null
                ? Verdict<string>.Of("first").Leaving(Sample.Note("a", "1"))
                : Verdict<string>.Of("again"));
        await trap.Caught;
        trap.Cut();
        await Soon.ShouldBeAsync(() => Task.FromResult(database.Store.Commits > before), true);
        trap.Deliver();

        var outcome = await writing;
        outcome.Value.ShouldBe("first");
        outcome.Revision.ShouldBe(1);
        (await database.Store.NoteAsync(FaultyDatabase.Home, "a")).ShouldBe("1");
        (await database.LogAsync(FaultyDatabase.Home)).ShouldHaveSingleItem();
    }

    private static async Task ShouldHaveOnceAsync(FaultyDatabase database, string user) =>
        (await database.LogAsync(FaultyDatabase.Home)).Count(entry => entry.Change is UserCreated created && created.User.Value == user).ShouldBe(1);

    private sealed class Told : IFollower
    {
        private readonly List<long> _revisions = [];

        public IReadOnlyList<long> Revisions => _revisions;

        public void Applied(CommittedSet set) => _revisions.Add(set.Last);

        public void Missed(AccountId account, long revision) => _revisions.Add(-revision);
    }
}
