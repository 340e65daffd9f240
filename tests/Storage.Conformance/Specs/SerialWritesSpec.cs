using Roster.Core.Memberships;

namespace Roster.Tests.Storage.Conformance.Specs;

/// <summary>Writes of one account come one after the other, so that a rule's facts still hold when it is decided.</summary>
public abstract class SerialWritesSpec(StoreEngine engine) : Spec(engine)
{
    private const int Writers = 64;
    private static readonly ScopeId Counter = ScopeId.Group("counter");

    [Fact]
    public async Task Concurrent_increments_lose_none()
    {
        await Store.ApplyAsync(Home, Sample.Scope(Home, Counter), new ScopeChanged(Counter, default, "0"));

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(() => Store.DecideAsync(
            Home, CountAsync, (int count, Moment _) => Verdict<Done>.Of(default, SetTo(count + 1))).AsTask())));

        (await Store.AskAsync(Home, CountAsync)).ShouldBe(Writers);
    }

    /// <summary>Shows that the test above can fail: this is what happens where facts are read before the lock.</summary>
    [Fact]
    public async Task Check_then_act_would_lose_increments()
    {
        await Store.ApplyAsync(Home, Sample.Scope(Home, Counter), new ScopeChanged(Counter, default, "0"));
        using var barrier = new Barrier(4);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Factory.StartNew(
            () =>
            {
                var count = Store.AskAsync(Home, CountAsync).GetAwaiter().GetResult();
                barrier.SignalAndWait(Token);
                Store.ApplyAsync(Home, SetTo(count + 1)).GetAwaiter().GetResult();
            },
            Token,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));

        (await Store.AskAsync(Home, CountAsync)).ShouldBe(1);
    }

    [Fact]
    public async Task Two_who_race_for_a_name_get_one_winner_and_one_clear_no()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(() => Store.DecideAsync(
            Home,
            reads => reads.UserNamedAsync("one@example.com"),
            (User? taken, Moment _) => taken is null
                ? Verdict<Done>.Of(default, Sample.User($"u{i}", "One@example.com"))
                : new Fault(FaultKind.UserNameTaken, "The name is taken.")).AsTask())));

        outcomes.Count(outcome => outcome.Fault is null).ShouldBe(1);
        outcomes.Count(outcome => outcome.Fault?.Kind == FaultKind.UserNameTaken).ShouldBe(15);
        (await Store.RevisionAsync(Home)).ShouldBe(2);
    }

    [Fact]
    public async Task Owners_who_race_to_leave_leave_one_behind()
    {
        for (var i = 0; i < 8; i++)
        {
            await Store.AddUserAsync(Home, $"u{i}");
            await Store.GiveAsync(Home, $"u{i}", InHome, "Account Administrator");
        }

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => LeaveAsync(new($"u{i}")))));

        outcomes.Count(outcome => outcome.Fault?.Kind == FaultKind.LastOwner).ShouldBe(1);
        (await Store.AskAsync(Home, reads => reads.OwnersAsync(10))).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Increments_of_many_accounts_lose_none()
    {
        var accounts = Enumerable.Range(0, 8).Select(i => new AccountId($"org-{i}")).ToList();
        foreach (var account in accounts)
        {
            await Store.OpenAccountAsync(account);
            await Store.ApplyAsync(account, Sample.Scope(account, Counter), new ScopeChanged(Counter, default, "0"));
        }

        await Task.WhenAll(Enumerable.Range(0, Writers * 2).Select(i => Task.Run(() => Store.DecideAsync(
            accounts[i % 8], CountAsync, (int count, Moment _) => Verdict<Done>.Of(default, SetTo(count + 1))).AsTask())));

        foreach (var account in accounts)
        {
            (await Store.AskAsync(account, CountAsync)).ShouldBe(Writers * 2 / 8);
        }
    }

    private Task<Outcome<Done>> LeaveAsync(UserId user) => Store.DecideAsync(
        Home,
        reads => reads.OwnersAsync(2),
        (IReadOnlyList<UserId> owners, Moment _) => MembershipRules.KeepsAnOwner(owners, [user]) is { } fault
            ? fault
            : Verdict<Done>.Of(default, new UserDeleted(user))).AsTask();

    private static async ValueTask<int> CountAsync(IReads reads) => int.Parse((await reads.ScopeAsync(Counter))!.Settings!);

    private static ScopeChanged SetTo(int count) => new(Counter, default, $"{count}");
}
