using Roster.Core.Memberships;

namespace Roster.Tests.Storage.Conformance.Specs;

/// <summary>No account is touched by anything that happens in another, though both use the same ids.</summary>
public abstract class IsolationSpec(StoreEngine engine) : Spec(engine)
{
    private static readonly AccountId Away = new("org-away");

    public static TheoryData<string> Happenings => [.. Changes.Keys];

    /// <summary>Each says something of ids that both accounts have.</summary>
    private static Dictionary<string, Change> Changes { get; } = new()
    {
        ["a user changed"] = new UserChanged(new("uma"), new PersonPatch(Name: Sample.Name("another@example.com"))),
        ["a user deactivated"] = new UserDeactivated(new("uma")),
        ["a user activated"] = new UserActivated(new("inactive")),
        ["a user verified"] = new UserVerified(new("uma")),
        ["a user unverified"] = new UserUnverified(new("uma")),
        ["a user deleted"] = new UserDeleted(new("uma")),
        ["a user revived"] = Sample.Revived("gone", "gone@example.com"),
        ["a role changed"] = Sample.Change("uma", ScopeId.Group("g"), "Manage Destination", Core.Roles.Level.Viewer),
        ["a membership ended"] = new MembershipEnded(MemberId.User(new("uma")), ScopeId.Group("g"), Core.Roles.Level.Viewer),
        ["a scope changed"] = new ScopeChanged(ScopeId.Group("g"), "another", default),
        ["a scope ended"] = new ScopeEnded(ScopeId.Group("g")),
        ["an invitation voided"] = new InvitationVoided(new("i"), new("uma")),
        ["an invitation accepted"] = new InvitationAccepted(new("i"), new("uma")),
        ["the account closed"] = new AccountClosed(),
    };

    [Theory]
    [MemberData(nameof(Happenings))]
    public async Task What_happens_here_is_not_seen_there(string what)
    {
        await PrepareAsync(Home, "abcdefghij");
        await Store.OpenAccountAsync(Away);
        await PrepareAsync(Away, "bcdefghijk");
        var (here, there) = (await LookAsync(Home), await LookAsync(Away));
        Clock.Advance(TimeSpan.FromMinutes(1));

        await Store.ApplyAsync(Home, Changes[what]);

        (await LookAsync(Away)).ShouldBe(there);
        (await LookAsync(Home)).ShouldNotBe(here);
    }

    [Fact]
    public async Task An_account_that_is_not_there_has_nothing()
    {
        await PrepareAsync(Home, "abcdefghij");

        (await LookAsync(new("org-none"))).ShouldNotContain("uma");
    }

    private async Task PrepareAsync(AccountId account, string key)
    {
        var group = ScopeId.Group("g");
        await Store.ApplyAsync(
            account,
            Sample.Scope(account, group),
            Sample.User("uma"),
            Sample.User("inactive", active: false),
            Sample.User("gone"),
            new UserDeleted(new("gone")),
            Sample.Key(key, owner: "uma"),
            Sample.Invitation("i", "uma", Clock.Now.Plus(TimeSpan.FromDays(1))));
        await Store.GiveAsync(account, "uma", group, "View Destination");
        await Store.GiveAsync(account, "uma", ScopeId.Account(account), "Account Administrator");
    }

    private Task<string> LookAsync(AccountId account) => Store.AskAsync(account, async reads =>
    {
        var page = new Page(0, 100);
        var found = new List<object?>
        {
            reads.Account,
            await reads.UsersAsync(null, page),
            await reads.UserNamedAsync("uma@example.com"),
            await reads.DeletedUserNamedAsync("gone@example.com"),
            await reads.ScopesAsync(new(ScopeKind.Group), page),
            await reads.MembershipsAsync(new(Member: MemberId.User(new("uma"))), page),
            await reads.GroupUsersAsync(ScopeId.Group("g"), null, page),
            await reads.OwnersAsync(10),
            await reads.KeysAsync(page),
            await reads.InvitationAsync(new("i")),
            await reads.ChangesAsync(0, 100),
        };
        return Show.Of(found);
    });
}
