namespace Roster.Tests.Storage.Conformance.Specs;

/// <summary>Who follows is told each committed set, whole and in order, before its writer is answered.</summary>
public abstract class FollowerSpec(StoreEngine engine) : Spec(engine)
{
    private readonly Listener _listener = new();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Store.Follow(_listener);
    }

    [Fact]
    public async Task A_set_comes_whole_and_says_what_the_log_says()
    {
        Change[] changes = [Sample.User("u1"), Sample.User("u2"), Sample.Scope(Home, ScopeId.Group("g"))];
        await Store.ApplyAsync(Home, changes);

        var set = _listener.Heard.ShouldHaveSingleItem();

        (set.Account, set.First, set.Last, set.At, set.Actor, set.Door).ShouldBe((Home, 2, 4, Clock.Now, Acts.Actor, Door.Native));
        set.Changes.ShouldBe(changes);
    }

    [Fact]
    public async Task Sets_of_an_account_come_in_order_without_a_gap()
    {
        var accounts = Enumerable.Range(0, 4).Select(i => new AccountId($"org-{i}")).ToList();
        await Task.WhenAll(accounts.Select(account => Store.OpenAccountAsync(account)));

        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(() => Store.ApplyAsync(
            accounts[i % 4], [.. Enumerable.Range(0, 1 + (i % 3)).Select(j => Sample.User($"u{i}-{j}"))]))));

        foreach (var sets in _listener.Heard.GroupBy(set => set.Account))
        {
            sets.Aggregate(0L, (last, set) =>
            {
                set.First.ShouldBe(last + 1);
                return set.Last;
            }).ShouldBe(await Store.RevisionAsync(sets.Key));
        }
    }

    [Fact]
    public async Task They_know_before_the_writer_does()
    {
        await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Task.Run(async () =>
        {
            var number = (await Store.AddUserAsync(Home, $"u{i}")).Number(0);
            _listener.Heard.ShouldContain(set => set.First == number);
        })));
    }

    /// <summary>Commit first, then tell: a follower must never know what may still be lost.</summary>
    [Fact]
    public async Task What_they_are_told_is_committed()
    {
        await using var database = await Engine.CreateAsync(new TestClock());
        var store = database.Store;
        var seen = new List<(long Told, long Committed)>();
        store.Follow(new Watcher(set => seen.Add((set.Last, CommittedRevision()))));

        await store.OpenAccountAsync(Home);
        await store.AddUserAsync(Home, "u1");

        seen.ShouldBe([(1, 1), (2, 2)]);
        long CommittedRevision() => Task.Run(() => store.AskAsync(
            Home, reads => new ValueTask<long>(reads.Account!.Revision))).GetAwaiter().GetResult();
    }

    /// <summary>Whoever is told a revision goes by what the followers keep.</summary>
    [Fact]
    public async Task A_revision_is_told_to_nobody_before_them()
    {
        await using var database = await Engine.CreateAsync(new TestClock());
        var store = database.Store;
        await store.OpenAccountAsync(Home);
        await store.RevisionAsync(Home, TestContext.Current.CancellationToken);
        var asked = new List<(long Told, long Known, Task<long> Asking)>();
        store.Follow(new Watcher(set =>
        {
            var asking = store.RevisionAsync(Home, TestContext.Current.CancellationToken).AsTask();
            asked.Add((set.Last, asking.IsCompleted ? asking.Result : 0, asking));
        }));

        await store.AddUserAsync(Home, "u1");
        await store.AddUserAsync(Home, "u2");

        asked.Select(at => at.Told).ShouldBe([2, 3]);
        asked.ShouldAllBe(at => at.Known < at.Told);
        await Task.WhenAll(asked.Select(at => at.Asking));
    }

    [Fact]
    public async Task They_are_not_told_of_what_was_refused_failed_or_changed_nothing()
    {
        await Store.DecideAsync<int, Done>(Home, _ => new(0), (_, _) => Fault.Invalid("a", "is bad"));
        await Store.DecideAsync<int, Done>(Home, _ => new(0), (_, _) => Verdict<Done>.Of(default));
        await Should.ThrowAsync<Exception>(() => Store.ApplyAsync(Home, Sample.User("u1"), Sample.User("u1")));

        _listener.Heard.ShouldBeEmpty();
    }

    private sealed class Listener : IFollower
    {
        private readonly Lock _lock = new();
        private readonly List<CommittedSet> _heard = [];

        public IReadOnlyList<CommittedSet> Heard
        {
            get
            {
                lock (_lock)
                {
                    return [.. _heard];
                }
            }
        }

        public void Applied(CommittedSet set)
        {
            lock (_lock)
            {
                _heard.Add(set);
            }
        }

        public void Missed(AccountId account, long revision) => throw new InvalidOperationException("Nothing is missed here.");
    }

    private sealed class Watcher(Action<CommittedSet> watch) : IFollower
    {
        public void Applied(CommittedSet set) => watch(set);

        public void Missed(AccountId account, long revision) => throw new InvalidOperationException("Nothing is missed here.");
    }
}
