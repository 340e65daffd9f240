namespace Roster.Tests.Storage.Conformance.Specs;

/// <summary>Writers who wait are committed together, and none pays for another.</summary>
public abstract class GroupCommitSpec(StoreEngine engine) : Spec(engine)
{
    private const int Writers = 256;

    [Fact]
    public async Task Waiting_writers_of_one_account_share_commits()
    {
        var held = await HeldLock.TakeAsync(Store, Home);
        var before = Database.Commits;
        var waiting = Enumerable.Range(0, Writers).Select(i => Store.AddUserAsync(Home, $"u{i}")).ToList();
        await held.DisposeAsync();
        await Task.WhenAll(waiting);

        (await Store.RevisionAsync(Home)).ShouldBe(Writers + 1);
        (Database.Commits - before).ShouldBeInRange(1, Writers / 8);
    }

    [Fact]
    public async Task A_writer_who_comes_alone_is_not_kept_waiting_for_company()
    {
        var before = Database.Commits;

        await Store.AddUserAsync(Home, "u1");

        (Database.Commits - before).ShouldBe(1);
    }

    [Fact]
    public async Task Writers_are_served_in_the_order_they_came()
    {
        var held = await HeldLock.TakeAsync(Store, Home);
        var waiting = Enumerable.Range(0, 40).Select(i => Store.AddUserAsync(Home, $"u{i}")).ToList();
        await held.DisposeAsync();

        var numbers = (await Task.WhenAll(waiting)).Select(moment => moment.Number(0));
        numbers.ShouldBe(Enumerable.Range(2, 40).Select(i => (long)i));
    }

    [Fact]
    public async Task A_write_that_fails_does_no_harm_to_its_neighbours()
    {
        var held = await HeldLock.TakeAsync(Store, Home);
        var waiting = Enumerable.Range(0, 60).Select(i => (i % 4) switch
        {
            0 => Store.DecideAsync<int, Done>(Home, _ => new(0), (_, _) => throw new InvalidOperationException("The rule is broken.")).AsTask(),
            1 => Store.ApplyAsync(Home, Sample.User($"x{i}"), Sample.User($"y{i}", $"x{i}@example.com")),
            _ => (Task)Store.AddUserAsync(Home, $"u{i}"),
        }).ToList();
        await held.DisposeAsync();
        await Task.WhenAny(Task.WhenAll(waiting));

        waiting.Where((_, i) => i % 4 > 1).ShouldAllBe(write => write.IsCompletedSuccessfully);
        waiting.Where((_, i) => i % 4 <= 1).ShouldAllBe(write => write.IsFaulted);
        var users = await Store.AskAsync(Home, reads => reads.UsersAsync(null, new Page(0, 1_000)));
        users.Items.Select(item => item.User.Id.Value)
            .ShouldBe(Enumerable.Range(0, 60).Where(i => i % 4 > 1).Select(i => $"u{i}"));
        (await Store.RevisionAsync(Home)).ShouldBe(31);
    }

    [Fact]
    public async Task Cancelling_takes_a_waiting_write_out_of_the_queue()
    {
        using var cancelling = new CancellationTokenSource();
        var held = await HeldLock.TakeAsync(Store, Home);
        var first = Store.AddUserAsync(Home, "u1");
        var cancelled = Store.WriteAsync(AddingUser("u2"), cancelling.Token).AsTask();
        var last = Store.AddUserAsync(Home, "u3");

        await cancelling.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => cancelled.WaitAsync(TimeSpan.FromSeconds(60)));
        await held.DisposeAsync();
        await Task.WhenAll(first, last);

        (await Store.UserAsync(Home, "u2")).ShouldBeNull();
        (await last).Number(0).ShouldBe(3);
    }

    [Fact]
    public async Task A_write_that_has_begun_is_finished_whoever_cancels_it()
    {
        using var cancelling = new CancellationTokenSource();
        using var gate = new Gate();
        var writing = Task.Run(() => Store.WriteAsync(AddingUser("u1", gate), cancelling.Token).AsTask());
        await gate.ReachedAsync;
        await cancelling.CancelAsync();
        gate.Open();

        // The caller may have gone; the account must not be left in doubt.
        await Task.WhenAny(writing);
        await Store.AddUserAsync(Home, "u2");
        (await Store.UserAsync(Home, "u1")).ShouldNotBeNull();
        (await Store.RevisionAsync(Home)).ShouldBe(3);
    }

    [Fact]
    public async Task A_write_that_comes_cancelled_is_not_begun()
    {
        await Should.ThrowAsync<OperationCanceledException>(async () =>
            await Store.WriteAsync(AddingUser("u1"), new CancellationToken(canceled: true)));

        (await Store.AddUserAsync(Home, "u2")).Number(0).ShouldBe(2);
    }

    private static Write<int, Done> AddingUser(string id, Gate? gate = null) => Acts.WriteOf(
        Home,
        _ =>
        {
            gate?.Wait();
            return new(0);
        },
        (int _, Moment _) => Verdict<Done>.Of(default, Sample.User(id)));
}
