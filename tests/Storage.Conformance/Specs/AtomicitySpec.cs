using Roster.Core.Memberships;
using Roster.Core.Roles;

namespace Roster.Tests.Storage.Conformance.Specs;

/// <summary>A set is there whole, or not at all.</summary>
public abstract class AtomicitySpec(StoreEngine engine) : Spec(engine)
{
    private const int ManyUsers = 2_500;

    [Fact]
    public async Task A_refused_write_leaves_nothing()
    {
        var refusal = Fault.Invalid("name", "is not to our taste");

        var outcome = await Store.DecideAsync<int, Done>(Home, _ => new(0), (_, _) => refusal);

        outcome.Fault.ShouldBe(refusal);
        outcome.Revision.ShouldBe(1);
        (await Store.RevisionAsync(Home)).ShouldBe(1);
    }

    [Fact]
    public async Task A_refused_write_does_not_open_its_account()
    {
        var outcome = await Store.DecideAsync<int, Done>(new("org-new"), _ => new(0), (_, _) => Fault.Invalid("name", "is bad"));

        outcome.Revision.ShouldBe(0);
        (await Store.AskAsync(new("org-new"), reads => new ValueTask<bool>(reads.Account is null))).ShouldBeTrue();
        (await Store.AccountsAsync("", 10, Token)).Select(account => account.Id).ShouldBe([Home]);
    }

    [Fact]
    public async Task A_write_whose_rule_throws_leaves_nothing()
    {
        await Should.ThrowAsync<BadRuleException>(async () =>
            await Store.DecideAsync<int, Done>(Home, _ => new(0), (_, _) => throw new BadRuleException()));

        await ShouldStillBeAtRevisionOneAsync();
    }

    [Fact]
    public async Task A_write_whose_reading_throws_leaves_nothing()
    {
        await Should.ThrowAsync<BadRuleException>(async () =>
            await Store.DecideAsync<int, Done>(Home, _ => throw new BadRuleException(), (_, _) => Verdict<Done>.Of(default, Sample.User("u1"))));

        await ShouldStillBeAtRevisionOneAsync();
    }

    [Fact]
    public async Task A_set_that_breaks_a_constraint_leaves_none_of_its_changes()
    {
        await Should.ThrowAsync<Exception>(() =>
            Store.ApplyAsync(Home, Sample.User("u1", "one@example.com"), Sample.User("u2", "ONE@example.com")));

        await ShouldStillBeAtRevisionOneAsync();
    }

    [Fact]
    public async Task A_very_large_set_is_one_set()
    {
        var moment = await Store.ApplyAsync(Home, [.. Many()]);

        (await Store.RevisionAsync(Home)).ShouldBe(moment.Revision + (2 * ManyUsers));
        var log = await Store.AskAsync(Home, reads => reads.ChangesAsync(moment.Revision, 10 * ManyUsers));
        log.Select(entry => entry.Set).Distinct().ShouldBe([moment.Number(0)]);
        log.Select(entry => entry.Revision).ShouldBe(Enumerable.Range(0, 2 * ManyUsers).Select(moment.Number));
        (await Store.AskAsync(Home, reads => reads.CountUsersAsync(10 * ManyUsers))).ShouldBe(ManyUsers);
        (await Store.UserAsync(Home, $"u{ManyUsers}"))!.ChangedIn.ShouldBe(moment.Number((2 * ManyUsers) - 1));
    }

    [Fact]
    public async Task A_very_large_set_whose_last_change_meets_nothing_leaves_none_of_its_changes()
    {
        await Should.ThrowAsync<Exception>(() =>
            Store.ApplyAsync(Home, [.. Many(), new MembershipEnded(MemberId.User(new("nobody")), InHome, Level.Viewer)]));

        await ShouldStillBeAtRevisionOneAsync();
    }

    [Fact]
    public async Task A_question_that_throws_says_so_and_harms_nobody()
    {
        await Should.ThrowAsync<BadRuleException>(async () =>
            await Store.ReadAsync<int>(Home, _ => throw new BadRuleException(), Token));

        (await Store.AskAsync(Home, reads => new ValueTask<long>(reads.Account!.Revision))).ShouldBe(1);
    }

    [Fact]
    public async Task Readers_see_each_set_whole_while_it_is_written()
    {
        var (left, right) = (ScopeId.Group("left"), ScopeId.Group("right"));
        await Store.ApplyAsync(Home, Sample.Scope(Home, left), Sample.Scope(Home, right));
        await SetBothAsync(left, right, 0);

        var writing = Task.Run(async () =>
        {
            for (var i = 1; i <= 200; i++)
            {
                await SetBothAsync(left, right, i);
            }
        });

        do
        {
            var (seenLeft, seenRight) = await Store.AskAsync(
                Home, async reads => ((await reads.ScopeAsync(left))!.Settings, (await reads.ScopeAsync(right))!.Settings));
            seenLeft.ShouldBe(seenRight);
        }
        while (!writing.IsCompleted);

        await writing;
    }

    /// <summary>Users, and then a role for each: more changes than any engine would send at once.</summary>
    private static IEnumerable<Change> Many() =>
    [
        .. Enumerable.Range(1, ManyUsers).Select(i => Sample.User($"u{i}", i == 1 ? "one@example.com" : $"u{i}@example.com")),
        .. Enumerable.Range(1, ManyUsers).Select(i => Sample.Give($"u{i}", i, InHome, "Account Reviewer")),
    ];

    private Task<Moment> SetBothAsync(ScopeId left, ScopeId right, int value) => Store.ApplyAsync(
        Home, new ScopeChanged(left, default, $"{value}"), new ScopeChanged(right, default, $"{value}"));

    private async Task ShouldStillBeAtRevisionOneAsync()
    {
        (await Store.RevisionAsync(Home)).ShouldBe(1);
        (await Store.UserAsync(Home, "u1")).ShouldBeNull();
        (await Store.AskAsync(Home, reads => reads.IsUserIdUsedAsync(new("u1")))).ShouldBeFalse();
        (await Store.AddUserAsync(Home, "u1", "one@example.com")).Number(0).ShouldBe(2);
    }

    private sealed class BadRuleException : Exception;
}
