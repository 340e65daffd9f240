using Roster.Core.Documents;
using Roster.Core.Roles;
using Roster.Core.Scopes;

namespace Roster.Tests.Core.Documents;

public sealed partial class DifferenceTests
{
    [Fact]
    public void Teams_have_seats_and_roles_like_users()
    {
        var written = new Written()
            .User("ada").User("bob").Organization("org-lab", "Lab").Group("warehouse", "Warehouse").Connector("orders").Team("night", "Night", "Late").Team("day", "Day")
            .Member("ada", Present.Home, "Account Administrator").Member("bob", Lab, "Organization Viewer")
            .Member("bob", ScopeId.Team("night"), "Team Member").TeamMember("night", Warehouse, "Edit Destination").TeamMember("day", Present.Home, "Account Reviewer");
        var world = World().Team("night", "Night").Team("old", "Old")
            .Member("ada", ScopeId.Team("night"), "Team Manager").TeamMember("night", Lab, "Organization Viewer").TeamMember("old", Lab, "Organization Admin");

        Changes(world, written).ShouldBe([
            "Change team/night <Night> <Night, Late>",
            "Create team/day <Day>",
            "Remove team night in organization/org-lab <Organization Viewer>",
            "Remove user-ada in team/night <Team Manager>",
            "Create user-bob in team/night <Team Member>",
            "Create team night in group/warehouse <Edit Destination>",
            "Create team day in account/org-home <Account Reviewer>",
            "Remove team/old <Old>",
        ]);
    }

    [Fact]
    public void Who_is_deactivated_keeps_seats_that_the_document_names_or_does_not_manage()
    {
        var world = World().Team("night", "Night").Member("bob", ScopeId.Team("night"), "Team Member");
        var written = new Written(Manages.Nothing).User("bob", active: false);

        Changes(world, written).ShouldBe(["Change user user-bob bob@example.com <active> <inactive>"]);
        Changes(world, written.Member("bob", ScopeId.Team("night"), "Team Manager")).ShouldBe([
            "Change user user-bob bob@example.com <active> <inactive>",
            "Change user-bob in team/night <Team Member> <Team Manager>",
        ]);
        Changes(world, new Written(Manages.Nothing with { Teams = [Pattern.Everything] }).Team("night").User("bob", active: false)).ShouldBe([
            "Change user user-bob bob@example.com <active> <inactive>",
            "Remove user-bob in team/night <Team Member>",
        ]);
    }

    [Fact]
    public void Roles_of_the_accounts_own_come_first_and_go_last()
    {
        var world = World().Role("Keeper", Level.Member, ScopeKind.Group).Role("Old", Level.Viewer, ScopeKind.Organization).Member("bob", Warehouse, "Old");
        var written = new Written(Manages.Nothing with { Groups = [Pattern.Everything], Roles = [Pattern.Everything] })
            .Role("Auditor", Level.Viewer, [ScopeKind.Group, ScopeKind.Account]).Role("Keeper", description: "Keeps")
            .Group("warehouse").Connector("orders").Member("ada", Warehouse, "Auditor");

        Changes(world, written).ShouldBe([
            "Create role Auditor <Viewer in Account+Group>",
            "Change role Keeper <Member in Group> <Member in Group: Keeps>",
            "Remove user-bob in group/warehouse <Old>",
            "Create user-ada in group/warehouse <Auditor>",
            "Remove role Old <Viewer in Organization>",
        ]);
    }

    [Fact]
    public void What_is_wrong_about_roles_and_teams_is_told_with_its_place()
    {
        var world = World().Team("night", "Night").Role("Old", Level.Viewer, ScopeKind.Group);
        var written = new Written(Manages.Nothing with { Teams = [Pattern.Everything], Roles = [Pattern.Everything] })
            .Role("New").Team("day")
            .Member("bob", Warehouse, "Old").Member("bob", ScopeId.Team("night"), "Team Member")
            .TeamMember("none", Warehouse, "Edit Destination").TeamMember("day", ScopeId.Team("day"), "Team Member");

        Problems(world, written).ShouldBe([
            "roles[0].kinds is required for one that is new",
            "roles[0].level is required for one that is new",
            "teams[0].name is required for one that is new",
            "memberships[0].role must be one that is given in a scope of kind group",
            "memberships[1].in the team 'night' is removed, since the document does not name it",
            "memberships[2].team there is no team 'none', here or in the account",
            "memberships[3].in must be no team: a team is in none",
        ]);
    }
}
