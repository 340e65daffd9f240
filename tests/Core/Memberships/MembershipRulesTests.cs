using FsCheck;
using FsCheck.Fluent;
using Roster.Core.Changes;
using Roster.Core.Memberships;
using Roster.Core.Outcomes;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Storage;
using Roster.Core.Values;

namespace Roster.Tests.Core.Memberships;

public sealed class MembershipRulesTests
{
    private static readonly Instant End = new(99);
    private static readonly Moment Now = new(new Instant(50), 7);

    [Fact]
    public void A_role_is_given_only_in_scopes_of_its_kinds()
    {
        foreach (var role in StandardRoles.All)
        {
            foreach (var kind in Enum.GetValues<ScopeKind>())
            {
                MembershipRules.Assignable(role.Name, role, kind, "role").Failed(out var fault).ShouldBe(!role.IsGivenIn(kind));
                fault?.ShouldBe(new Fault(FaultKind.RoleNotAssignable, fault.Message, "role", role.Name));
            }
        }
    }

    [Theory]
    [InlineData(true, false, Level.Admin, null, true)]
    [InlineData(false, false, Level.Admin, null, false)]
    [InlineData(true, true, Level.Admin, null, false)]
    [InlineData(true, false, Level.Member, null, false)]
    [InlineData(true, false, Level.Admin, 99L, false)]
    public void An_owner_is_an_active_admin_of_the_account_without_an_end(
        bool active, bool pending, Level level, long? until, bool owner) =>
        MembershipRules.IsOwner(
                Sample.User("user-1", active, pending), Sample.Held("user-1", level, until is { } at ? new Instant(at) : null))
            .ShouldBe(owner);

    [Fact]
    public void Who_has_no_role_is_no_owner() => MembershipRules.IsOwner(Sample.User("user-1"), null).ShouldBeFalse();

    [Fact]
    public void An_account_never_goes_from_some_owners_to_none() => Prop.ForAll(
            Gen.SubListOf("a", "b", "c", "d").ToArbitrary(),
            Gen.SubListOf("a", "b", "c", "d").ToArbitrary(),
            (owned, leaving) =>
            {
                var owners = owned.Select(id => new UserId(id)).ToList();
                var lost = leaving.Select(id => new UserId(id)).Where(owners.Contains).ToHashSet();
                var refused = MembershipRules.KeepsAnOwner(owners, lost) is { Kind: FaultKind.LastOwner };
                return refused == (owners.Count > 0 && owners.Count == lost.Count);
            })
        .QuickCheckThrowOnFailure();

    [Fact]
    public void A_role_begins_changes_or_stays()
    {
        var user = Sample.User("user-1");
        var analyst = StandardRoles.Find("Account Analyst")!;
        var held = Sample.Held("user-1", Level.Viewer, End);

        MembershipRules.Give(user, Sample.Account, null, analyst, default)
            .ShouldBe(new RoleGiven(MemberId.User(user.Id), 1, Sample.Account, analyst.Name, Level.Member, true, null));
        MembershipRules.Give(user, Sample.Account, held, analyst, default)
            .ShouldBe(new RoleChanged(MemberId.User(user.Id), Sample.Account, analyst.Name, Level.Member, true, End, Level.Viewer));
        MembershipRules.Give(user, Sample.Account, held, StandardRoles.Find(held.Role)!, default).ShouldBeNull();
        MembershipRules.Give(user, Sample.Account, held, StandardRoles.Find(held.Role)!, (Instant?)null)
            .ShouldBeOfType<RoleChanged>().Until.ShouldBeNull();
    }

    [Fact]
    public void A_change_keeps_when_and_by_whom_the_membership_began()
    {
        var held = Sample.Held("user-1", Level.Viewer);
        var change = MembershipRules.Give(Sample.User("user-1"), Sample.Account, held, StandardRoles.Find("Owner")!, default);

        MembershipRules.After(change, held, Now, 1, "key:other", Door.Fivetran).ShouldBe(
            held with { Role = "Owner", Level = Level.Admin, ChangedIn = 9, ChangedAt = Now.Now });
        MembershipRules.After(null, held, Now, 0, "key:other", Door.Fivetran).ShouldBe(held);
    }

    [Fact]
    public void A_new_membership_has_the_number_of_its_change()
    {
        var change = MembershipRules.Give(Sample.User("user-1"), Sample.Account, null, StandardRoles.Find("Owner")!, End);

        MembershipRules.After(change, null, Now, 1, "key:me", Door.WhyLabs).ShouldBe(new Membership(
            MemberId.User(new("user-1")), Sample.Account, 9, "Owner", Level.Admin, End, Now.Now, "key:me", Door.WhyLabs, 9, Now.Now));
    }
}
