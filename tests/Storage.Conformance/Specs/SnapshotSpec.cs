namespace Roster.Tests.Storage.Conformance.Specs;

/// <summary>A question sees one moment of the account, and none that is over.</summary>
public abstract class SnapshotSpec(StoreEngine engine) : Spec(engine)
{
    private static readonly string[] Names = ["u1", "u2"];

    [Fact]
    public async Task A_reader_in_mid_question_does_not_see_a_later_commit()
    {
        await Store.AddUserAsync(Home, "u1");
        using var gate = new Gate();
        var asking = Task.Run(() => Store.ReadAsync<(string Before, string After)>(
            Home,
            async reads =>
            {
                var before = await LookAsync(reads);
                gate.Wait();
                return (before, await LookAsync(reads));
            },
            Token).AsTask());
        await gate.ReachedAsync;

        // That this returns at all shows that a reader keeps no writer waiting.
        await Store.ApplyAsync(
            Home, Sample.User("u2"), new UserChanged(new("u1"), new PersonPatch(GivenName: "Uma")), Sample.Scope(Home, ScopeId.Group("g")));
        gate.Open();
        var seen = await asking;

        seen.Value.After.ShouldBe(seen.Value.Before);
        seen.Revision.ShouldBe(2);
        (await Store.AskAsync(Home, LookAsync)).ShouldNotBe(seen.Value.Before);
    }

    [Fact]
    public async Task Several_readers_in_mid_question_keep_no_writer_waiting()
    {
        using var gates = new Gates(3);
        var asking = new List<Task<Outcome<long>>>();
        foreach (var gate in gates.All)
        {
            asking.Add(Task.Run(() => Store.ReadAsync<long>(
                Home,
                reads =>
                {
                    gate.Wait();
                    return new(reads.Account!.Revision);
                },
                Token).AsTask()));

            // One after the other: questions that come together may be asked together, and then one would hold up the next.
            await gate.ReachedAsync;
        }

        await Store.AddUserAsync(Home, "u1").WaitAsync(TimeSpan.FromSeconds(60));

        gates.Open();
        (await Task.WhenAll(asking)).ShouldAllBe(seen => seen.Value == 1);
    }

    [Fact]
    public async Task An_answered_write_is_seen_by_every_later_question()
    {
        for (var i = 0; i < 100; i++)
        {
            var written = (await Store.AddUserAsync(Home, $"u{i}")).Number(0);
            var seen = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
                Store.AskAsync(Home, reads => new ValueTask<long>(reads.Account!.Revision)))));
            seen.ShouldAllBe(revision => revision == written);
        }
    }

    [Fact]
    public async Task Questions_that_failed_leave_no_reader_on_an_old_snapshot()
    {
        for (var i = 0; i < 32; i++)
        {
            await Should.ThrowAsync<InvalidOperationException>(async () => await Store.ReadAsync<int>(
                Home,
                async reads => throw new InvalidOperationException(await LookAsync(reads)),
                Token));
        }

        await Store.AddUserAsync(Home, "u1");

        var seen = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => Store.UserAsync(Home, "u1"))));
        seen.ShouldAllBe(user => user != null);
    }

    [Fact]
    public async Task Nobody_reads_on_once_the_question_is_answered()
    {
        var kept = await Store.AskAsync(Home, reads => new ValueTask<IReads>(reads));
        await Should.ThrowAsync<ObjectDisposedException>(async () => await kept.UserAsync(new("u1")));

        kept = (await Store.DecideAsync(Home, reads => new(reads), (IReads reads, Moment _) => Verdict<IReads>.Of(reads))).Value;
        await Should.ThrowAsync<ObjectDisposedException>(async () => await kept.UserAsync(new("u1")));
    }

    [Fact]
    public async Task A_rule_reads_what_was_committed_before_its_turn()
    {
        await using var held = await HeldLock.TakeAsync(Store, Home);
        var first = Store.AddUserAsync(Home, "u1");
        var second = Store.DecideAsync(
            Home, reads => reads.UserAsync(new("u1")), (User? user, Moment _) => Verdict<bool>.Of(user is not null)).AsTask();
        await held.ReleaseAsync();

        await first;
        (await second).Value.ShouldBeTrue();
    }

    [Fact]
    public async Task Two_who_ask_for_the_same_page_at_once_both_learn_that_there_is_another()
    {
        await Store.ApplyAsync(Home, Sample.User("u1"), Sample.User("u2"));

        var slices = await Store.AskAsync(Home, async reads =>
        {
            var first = reads.UsersAsync(null, new Page(0, 1));
            var second = reads.UsersAsync(null, new Page(0, 1));
            return new[] { await first, await second };
        });

        slices.ShouldAllBe(slice => slice.Items.Count == 1 && slice.Next != null);
    }

    private static async ValueTask<string> LookAsync(IReads reads)
    {
        var found = new List<object?> { reads.Account, reads.Now };
        foreach (var name in Names)
        {
            found.Add(await reads.UserAsync(new(name)));
            found.Add(await reads.UserNamedAsync($"{name}@example.com"));
        }

        found.Add(await reads.UsersAsync(null, new Page(0, 10)));
        found.Add(await reads.ScopesAsync(new(ScopeKind.Group), new Page(0, 10)));
        found.Add(await reads.ChangesAsync(0, 10));
        return Show.Of(found);
    }

    private sealed class Gates(int count) : IDisposable
    {
        public IReadOnlyList<Gate> All { get; } = [.. Enumerable.Range(0, count).Select(_ => new Gate())];

        public void Open()
        {
            foreach (var gate in All)
            {
                gate.Open();
            }
        }

        public void Dispose()
        {
            foreach (var gate in All)
            {
                gate.Dispose();
            }
        }
    }
}
