using Roster.Core.Roles;
using Roster.Core.Scopes;

namespace Roster.Tests.Core.Roles;

/// <summary>The names are Fivetran's (contract §4.2); levels, kinds and cascading are the design's (§4).</summary>
public sealed class StandardRolesTests
{
    [Theory]
    [InlineData("Account Administrator", ScopeKind.Account, Level.Admin, true)]
    [InlineData("Account Analyst", ScopeKind.Account, Level.Member, true)]
    [InlineData("Account Reviewer", ScopeKind.Account, Level.Viewer, true)]
    [InlineData("Account Billing", ScopeKind.Account, Level.Viewer, false)]
    [InlineData("Destination Creator", ScopeKind.Account, Level.Member, false)]
    [InlineData("Manage Destination", ScopeKind.Group, Level.Admin, false)]
    [InlineData("Edit Destination", ScopeKind.Group, Level.Member, false)]
    [InlineData("Create Connection", ScopeKind.Group, Level.Member, false)]
    [InlineData("View Destination", ScopeKind.Group, Level.Viewer, false)]
    [InlineData("Manage Connection", ScopeKind.Connector, Level.Admin, false)]
    [InlineData("Edit Connection", ScopeKind.Connector, Level.Member, false)]
    [InlineData("View Connection", ScopeKind.Connector, Level.Viewer, false)]
    [InlineData("Team Manager", ScopeKind.Team, Level.Admin, false)]
    [InlineData("Team Member", ScopeKind.Team, Level.Member, false)]
    [InlineData("Organization Admin", ScopeKind.Organization, Level.Admin, false)]
    [InlineData("Organization Member", ScopeKind.Organization, Level.Member, false)]
    [InlineData("Organization Viewer", ScopeKind.Organization, Level.Viewer, false)]
    public void A_current_role(string name, ScopeKind kind, Level level, bool cascades)
    {
        var role = StandardRoles.Find(name).ShouldNotBeNull();

        role.Kinds.ShouldBe([kind]);
        role.Level.ShouldBe(level);
        role.Cascades.ShouldBe(cascades);
        role.ReplacedBy.ShouldBeNull();
    }

    [Theory]
    [InlineData("Owner", "Account Administrator")]
    [InlineData("Billing", "Account Billing")]
    [InlineData("Destination Administrator", "Manage Destination")]
    [InlineData("Destination Analyst", "Edit Destination")]
    [InlineData("Destination Reviewer", "View Destination")]
    [InlineData("Connector Creator", "Create Connection")]
    [InlineData("Connector Administrator", "Manage Connection")]
    [InlineData("Connector Collaborator", "Edit Connection")]
    [InlineData("Connector Reviewer", "View Connection")]
    public void A_deprecated_role_has_the_rights_of_the_one_that_replaced_it(string former, string current)
    {
        var (old, now) = (StandardRoles.Find(former)!, StandardRoles.Find(current)!);

        old.ReplacedBy.ShouldBe(current);
        (old.Level, old.Cascades).ShouldBe((now.Level, now.Cascades));
        old.Kinds.ShouldBe(now.Kinds);
        old.Permissions.ShouldBe(now.Permissions);
    }

    [Fact]
    public void There_are_no_other_roles_and_current_names_come_first()
    {
        StandardRoles.All.Count.ShouldBe(17 + 9);
        StandardRoles.All.Take(17).ShouldAllBe(role => role.ReplacedBy == null);
        StandardRoles.All.ShouldAllBe(role => !role.IsCustom);
    }

    [Theory]
    [InlineData("owner")]
    [InlineData("Account Administrator ")]
    [InlineData("")]
    public void Names_are_compared_exactly(string name) => StandardRoles.Find(name).ShouldBeNull();

    [Theory]
    [InlineData(ScopeKind.Account)]
    [InlineData(ScopeKind.Organization)]
    public void Each_level_stands_for_a_role_of_that_level(ScopeKind kind)
    {
        foreach (var level in new[] { Level.Admin, Level.Member, Level.Viewer })
        {
            var role = StandardRoles.OfLevel(kind, level);
            role.Level.ShouldBe(level);
            role.IsGivenIn(kind).ShouldBeTrue();
        }
    }
}
