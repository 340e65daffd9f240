namespace Roster.Tests.Storage.Conformance.Specs;

/// <summary>What outlives the store that wrote it, and how a store behaves once it is closed.</summary>
public abstract class LifetimeSpec(StoreEngine engine) : Spec(engine)
{
    [Fact]
    public async Task Answered_writes_survive()
    {
        await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Task.Run(() => Store.AddUserAsync(Home, $"u{i}"))));

        await Database.ReopenAsync();

        (await Store.RevisionAsync(Home)).ShouldBe(101);
        (await Store.AskAsync(Home, reads => reads.UsersByIdAsync("", 1_000))).Items.Count.ShouldBe(100);
    }

    [Fact]
    public async Task The_epoch_stays_over_a_restart_and_differs_between_stores()
    {
        var epoch = Store.Epoch;
        await Database.ReopenAsync();
        Store.Epoch.ShouldBe(epoch);

        await using var another = await Engine.CreateAsync(new TestClock());
        another.Store.Epoch.ShouldNotBe(epoch);
        epoch.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task The_secret_stays_over_a_restart_and_differs_between_stores()
    {
        var secret = Store.Secret.ToArray();
        await Database.ReopenAsync();
        Store.Secret.ToArray().ShouldBe(secret);

        await using var another = await Engine.CreateAsync(new TestClock());
        another.Store.Secret.ToArray().ShouldNotBe(secret);
        secret.Length.ShouldBe(32);
    }

    [Fact]
    public async Task An_open_store_is_ready() => (await Store.IsReadyAsync(Token)).ShouldBeTrue();

    [Fact]
    public async Task Every_write_in_the_queue_is_answered_when_the_store_closes()
    {
        var held = await HeldLock.TakeAsync(Store, Home);
        var waiting = Enumerable.Range(0, 20).Select(i => Store.AddUserAsync(Home, $"u{i}")).ToList();
        var closing = Task.Run(() => Database.ReopenAsync());
        await held.DisposeAsync();
        await closing;

        await Task.WhenAny(Task.WhenAll(waiting)).WaitAsync(TimeSpan.FromSeconds(60));

        var written = waiting.Count(write => write.IsCompletedSuccessfully);
        waiting.Where(write => !write.IsCompletedSuccessfully)
            .ShouldAllBe(write => write.Exception!.InnerException is StoreUnavailableException);
        (await Store.RevisionAsync(Home)).ShouldBe(1 + written);
    }

    [Fact]
    public async Task A_closed_store_says_so()
    {
        var closed = Store;
        await Database.ReopenAsync();

        await Should.ThrowAsync<StoreUnavailableException>(() => closed.AddUserAsync(Home, "u1"));
        await Should.ThrowAsync<StoreUnavailableException>(() => closed.UserAsync(Home, "u1"));
        (await Store.AddUserAsync(Home, "u1")).Number(0).ShouldBe(2);
    }

    [Fact]
    public async Task A_question_that_comes_cancelled_is_not_asked()
    {
        var asked = false;
        await Should.ThrowAsync<OperationCanceledException>(async () => await Store.ReadAsync<bool>(
            Home, _ => new(asked = true), new CancellationToken(canceled: true)));

        asked.ShouldBeFalse();
    }
}
