using Roster.Core.Documents;
using Roster.Core.Scopes;
using Roster.Core.Values;

namespace Roster.Tests.Core.Documents;

public sealed partial class DifferenceTests
{
    private static readonly Instant Now = new(1_000);
    private static readonly ScopeId Lab = ScopeId.Organization("org-lab");
    private static readonly ScopeId Warehouse = ScopeId.Group("warehouse");
    private static readonly ScopeId Orders = ScopeId.Connector("orders");

    [Fact]
    public void Everything_is_made_in_an_empty_account_parents_first()
    {
        var written = new Written()
            .User("ada", person: new(GivenName: "Ada", Phone: null))
            .User("bob", id: "bob", active: false)
            .Organization("org-lab", "Lab").Group("warehouse", "Warehouse").Connector("orders", "warehouse", "Orders", "postgres")
            .Member("ada", Present.Home, "Account Administrator")
            .Member("bob", Lab, "Organization Viewer", new Instant(2_000));

        Changes(new Present(), written).ShouldBe([
            "Create organization/org-lab <Lab>",
            "Create group/warehouse <Warehouse>",
            "Create connector/orders <Orders, warehouse, postgres>",
            "Create user fresh-0 ada@example.com <ada@example.com, Ada, active>",
            "Create user bob bob@example.com <bob@example.com, inactive>",
            "Create fresh-0 in account/org-home <Account Administrator>",
            "Create bob in organization/org-lab <Organization Viewer until 2000>",
        ]);
    }

    [Fact]
    public void Everything_that_is_not_named_is_removed_and_what_ends_with_it_is_not_listed()
    {
        Changes(World(), new Written().User("ada").Member("ada", Present.Home, "Account Administrator")).ShouldBe([
            "Remove connector/orders <Orders, warehouse, postgres>",
            "Remove group/warehouse <Warehouse>",
            "Remove organization/org-lab <Lab>",
            "Remove user user-bob bob@example.com <bob@example.com, active>",
        ]);
    }

    [Fact]
    public void What_is_not_managed_is_never_removed()
    {
        Changes(World(), new Written(Manages.Nothing)).ShouldBeEmpty();
        Changes(World(), new Written(Manages.Nothing with { Account = true })).ShouldBe(["Remove user-ada in account/org-home <Account Administrator>"]);
        Changes(World(), new Written(Manages.Nothing with { Users = [new("bob@*")] })).ShouldBe(
            ["Remove user user-bob bob@example.com <bob@example.com, active>"]);
        Changes(World(), new Written(Manages.Nothing with { Organizations = [new("org-l*")] }).Organization("org-lab", "Lab")).ShouldBe(
            ["Remove user-bob in organization/org-lab <Organization Viewer>"]);
        Changes(World(), new Written(Manages.Nothing with { Organizations = [new("org-x*")] })).ShouldBeEmpty();
    }

    [Fact]
    public void A_group_that_goes_takes_its_connectors_along_whoever_manages_those()
    {
        Changes(World(), new Written(Manages.Nothing with { Groups = [Pattern.Everything] })).ShouldBe([
            "Remove connector/orders <Orders, warehouse, postgres>",
            "Remove group/warehouse <Warehouse>",
        ]);
        Problems(World(), new Written(Manages.Nothing with { Groups = [Pattern.Everything] }).Connector("orders")).ShouldBe(
            ["connectors[0].group the group 'warehouse' is removed, since the document does not name it"]);
    }

    [Fact]
    public void What_is_absent_stays_and_null_takes_away()
    {
        var world = new Present().User("ada", given: "Ada");

        Changes(world, new Written(Manages.Nothing).User("ada")).ShouldBeEmpty();
        Changes(world, new Written(Manages.Nothing).User("ada", person: new(GivenName: "Ada"))).ShouldBeEmpty();
        Changes(world, new Written(Manages.Nothing).User("ada", person: new(GivenName: null))).ShouldBe(
            ["Change user user-ada ada@example.com <Ada> <none>"]);
        Changes(world, new Written(Manages.Nothing).User("ada", active: false)).ShouldBe(
            ["Change user user-ada ada@example.com <active> <inactive>"]);
    }

    [Fact]
    public void A_user_is_found_by_id_and_renamed_or_by_name()
    {
        Changes(new Present().User("ada"), new Written().User("lovelace", id: "user-ada")).ShouldBe(
            ["Change user user-ada ada@example.com <ada@example.com> <lovelace@example.com>"]);
        Changes(new Present().User("ada"), new Written().User("ADA")).ShouldBe(
            ["Change user user-ada ada@example.com <ada@example.com> <ADA@example.com>"]);
    }

    [Fact]
    public void A_name_that_an_id_takes_elsewhere_is_new_for_who_has_it_now()
    {
        Changes(new Present().User("ada"), new Written().User("lovelace", id: "user-ada").User("ada")).ShouldBe([
            "Change user user-ada ada@example.com <ada@example.com> <lovelace@example.com>",
            "Create user fresh-1 ada@example.com <ada@example.com, active>",
        ]);
    }

    [Fact]
    public void Renames_are_done_so_that_each_name_is_free()
    {
        var world = new Present().User("a").User("b").User("c").User("d");
        var written = new Written().User("b", id: "user-a").User("c", id: "user-b").User("d", id: "user-c");

        Changes(world, written).ShouldBe([
            "Remove user user-d d@example.com <d@example.com, active>",
            "Change user user-c c@example.com <c@example.com> <d@example.com>",
            "Change user user-b b@example.com <b@example.com> <c@example.com>",
            "Change user user-a a@example.com <a@example.com> <b@example.com>",
        ]);
    }

    [Fact]
    public void Names_that_go_round_are_problems_each()
    {
        var problems = Problems(new Present().User("a").User("b"), new Written().User("b", id: "user-a").User("a", id: "user-b"));

        problems.Select(problem => problem.Split(' ')[0]).ShouldBe(["users[0].userName", "users[1].userName"]);
    }

    [Fact]
    public void The_id_of_who_was_deleted_comes_back_with_the_name()
    {
        Changes(new Present().Deleted("ada"), new Written().User("ada")).ShouldBe(
            ["Create user old-ada ada@example.com <ada@example.com, active>"]);
    }

    [Fact]
    public void Memberships_are_ended_then_changed_then_given()
    {
        var written = new Written()
            .User("ada").User("bob").Organization("org-lab", "Lab").Group("warehouse", "Warehouse").Connector("orders")
            .Member("ada", Lab, "Organization Admin")
            .Member("bob", Lab, "Organization Member")
            .Member("ada", Present.Home, "Account Administrator");

        Changes(World().Member("ada", Warehouse, "View Destination"), written).ShouldBe([
            "Remove user-ada in group/warehouse <View Destination>",
            "Change user-bob in organization/org-lab <Organization Viewer> <Organization Member>",
            "Create user-ada in organization/org-lab <Organization Admin>",
        ]);
    }

    [Fact]
    public void An_end_stays_unless_the_document_speaks_of_it()
    {
        var world = new Present().User("ada").Scope(Lab, "Lab").Member("ada", Lab, "Organization Viewer", new Instant(5_000));

        Changes(world, Of(default)).ShouldBeEmpty();
        Changes(world, Of(new Instant(5_000))).ShouldBeEmpty();
        Changes(world, Of((Instant?)null)).ShouldBe(
            ["Change user-ada in organization/org-lab <Organization Viewer until 5000> <Organization Viewer>"]);
        Changes(world, Of(new Instant(6_000))).ShouldBe(
            ["Change user-ada in organization/org-lab <Organization Viewer until 5000> <Organization Viewer until 6000>"]);

        static Written Of(Optional<Instant?> until) =>
            new Written(Manages.Nothing).User("ada").Organization("org-lab", "Lab").Member("ada", Lab, "Organization Viewer", until);
    }

    [Fact]
    public void Who_is_deactivated_begins_anew_what_the_document_still_gives_them()
    {
        var world = World().Member("bob", Warehouse, "Edit Destination");
        var written = new Written(Manages.Nothing).User("bob", active: false).Member("bob", Lab, "Organization Viewer");

        Changes(world, written).ShouldBe([
            "Change user user-bob bob@example.com <active> <inactive>",
            "Create user-bob in organization/org-lab <Organization Viewer>",
        ]);
    }

    [Fact]
    public void A_membership_is_written_under_the_name_that_its_user_is_to_have()
    {
        Changes(World(), new Written(Manages.Nothing).User("robert", id: "user-bob").Member("robert", Lab, "Organization Viewer")).ShouldBe(
            ["Change user user-bob bob@example.com <bob@example.com> <robert@example.com>"]);
        Problems(World(), new Written(Manages.Nothing).User("robert", id: "user-bob").Member("bob", Lab, "Organization Viewer")).ShouldBe(
            ["memberships[0].user 'bob@example.com' is renamed: name them 'robert@example.com'"]);
    }

    [Fact]
    public void Every_problem_is_told_with_its_place()
    {
        var written = new Written()
            .User("ada")
            .Organization("org-lab", "Lab").Group("other").Group("warehouse").Connector("orders", "other", service: "mysql").Connector("new", "nowhere")
            .Member("ada", Present.Home, "Organization Viewer", new Instant(1_000))
            .Member("bob", ScopeId.Group("nowhere"), "Nonsense")
            .Member("nobody", Lab, "Organization Viewer")
            .Member("ada", Lab, "Organization Viewer")
            .Member("Ada", Lab, "Organization Member");

        Problems(World(), written).ShouldBe([
            "groups[0].name is required for one that is new",
            "connectors[0].group must be 'warehouse': a connector stays in its group",
            "connectors[0].service must be 'postgres': a connector's service does not change",
            "connectors[1].name is required for one that is new",
            "connectors[1].service is required for one that is new",
            "connectors[1].group there is no group 'nowhere', here or in the account",
            "memberships[0].role must be one that is given in a scope of kind account",
            "memberships[0].expiresAt must be in the future",
            "memberships[1].user 'bob@example.com' is removed, since the document does not name them",
            "memberships[1].in there is no group 'nowhere', here or in the account",
            "memberships[1].role must be one that is given in a scope of kind group",
            "memberships[2].user there is no user 'nobody@example.com', here or in the account",
            "memberships[4].user has a role there already, in memberships[3]",
        ]);
    }

    /// <summary>The owner ada; bob, who sees the lab; and a group with one connector.</summary>
    private static Present World() => new Present()
        .User("ada").User("bob")
        .Scope(Lab, "Lab").Scope(Warehouse, "Warehouse").Scope(Orders, "Orders", "warehouse")
        .Member("ada", Present.Home, "Account Administrator").Member("bob", Lab, "Organization Viewer");

    private static IEnumerable<string> Changes(Present present, Written written)
    {
        var difference = Of(present, written);
        difference.Problems.ShouldBeEmpty();
        return difference.Steps.Select(step => Shown.Of(step.Change));
    }

    private static IEnumerable<string> Problems(Present present, Written written) =>
        Of(present, written).Problems.Select(problem => $"{problem.Field} {problem.Message}");

    private static Difference Of(Present present, Written written)
    {
        var document = written.Document;
        return Difference.Of(document, present.State, Now, [.. document.Users.Select((_, i) => new UserId($"fresh-{i}"))]);
    }
}
