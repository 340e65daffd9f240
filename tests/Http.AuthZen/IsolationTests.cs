using Roster.Core.Keys;
using Roster.Core.Scopes;
using static Roster.Tests.Http.AuthZen.Asker;

namespace Roster.Tests.Http.AuthZen;

/// <summary>Nobody learns anything of another account by asking.</summary>
public sealed class IsolationTests(AuthZenServer server)
{
    [Fact]
    public async Task What_is_another_accounts_is_not_known()
    {
        var (ours, theirs) = (await server.Roster.OpenAccountAsync(), await server.Roster.OpenAccountAsync());
        await theirs.RegisterUserAsync("ada@example.com", "Account Administrator", "ada");
        await theirs.CreateGroupAsync("Warehouse", "warehouse");
        await ours.RegisterUserAsync("eve@example.com", "Account Administrator", "eve");
        var asker = new Asker(Knocking.Native(server.Roster, await ours.MintKeyAsync(Grants.Check)));
        var foreign = new Asker(Knocking.Native(server.Roster, await theirs.MintKeyAsync(Grants.Check)));

        (await foreign.DecideAsync(User("ada"), Read, Group("warehouse"))).ShouldBeTrue();
        (await asker.DecideAsync(User("ada"), Read, Group("warehouse"))).ShouldBeFalse();
        (await asker.DecideAsync(User("eve"), Read, Group("warehouse"))).ShouldBeFalse();
        (await asker.DecideAsync(User("eve"), Read, $$"""{"type":"account","id":"{{theirs.Id}}"}""")).ShouldBeFalse();
        (await asker.DecideAsync(User("eve"), Read, $$"""{"type":"account","id":"{{ours.Id}}"}""")).ShouldBeTrue();
        (await asker.FindAsync(Subjects, ("subject", """{"type":"user"}"""), ("action", Read), ("resource", Group("warehouse")))).ShouldBeEmpty();
        (await asker.AskAsync(Resources, Body(("subject", User("eve")), ("action", Read), ("resource", """{"type":"group"}""")))).Text.ShouldBe("""{"results":[]}""");
    }

    [Fact]
    public async Task A_key_of_another_account_opens_its_own_and_no_other()
    {
        var (ours, theirs) = (await server.Roster.OpenAccountAsync(), await server.Roster.OpenAccountAsync());
        await ours.RegisterUserAsync("ada@example.com", "Account Administrator", "ada");
        var key = await theirs.MintKeyAsync(Grants.Check);

        (await new Asker(Knocking.Native(server.Roster, key)).DecideAsync(User("ada"), Read, $$"""{"type":"account","id":"{{ours.Id}}"}""")).ShouldBeFalse();
        var named = new Knocking(server.Roster, "Authorization", $"Bearer {key.Id}.{key.Secret}:{ours.Id}");
        (await new Asker(named).AskAsync(Evaluation, Good(Evaluation))).ShouldBeRefused(401);
    }

    [Fact]
    public async Task A_revision_after_a_revocation_is_never_answered_with_a_permit()
    {
        var account = await server.Roster.OpenAccountAsync();
        var asker = new Asker(Knocking.Native(server.Roster, await account.MintKeyAsync(Grants.Check)));
        var group = await account.CreateGroupAsync("Warehouse", "warehouse");
        var user = await account.RegisterUserAsync("ada@example.com", id: "ada");
        for (var i = 0; i < 20; i++)
        {
            await account.GiveRoleAsync(user, group, "View Destination");
            (await asker.DecideAsync(User("ada"), Read, Group("warehouse"))).ShouldBeTrue();
            var ended = await account.Native.DeleteAsync("/api/memberships/group/warehouse/ada");

            var answer = await asker.AskAsync(
                Evaluation, Question(User("ada"), Read, Group("warehouse")), ("Roster-At-Least", ended.Header("Roster-Revision")!));

            answer.Decision().ShouldBeFalse();
        }
    }

    [Theory]
    [InlineData(ScopeKind.Group)]
    [InlineData(ScopeKind.Connector)]
    public async Task Searches_are_transitive_through_teams_and_places_above(ScopeKind kind)
    {
        var account = await server.Roster.OpenAccountAsync();
        var group = await account.CreateGroupAsync("Warehouse", "warehouse");
        await account.CreateConnectorAsync(group, "orders", id: "orders");
        var user = await account.RegisterUserAsync("ada@example.com", id: "ada");
        var team = await account.CreateTeamAsync("Crew", "crew");
        await account.GiveRoleAsync(user, ScopeId.Team(team), "Team Member");
        await account.GiveTeamRoleAsync(team, group, "Edit Destination");
        var asker = new Asker(Knocking.Native(server.Roster, await account.MintKeyAsync(Grants.Check)));
        var (type, id) = kind == ScopeKind.Group ? ("group", "warehouse") : ("connector", "orders");
        var resource = $$"""{"type":"{{type}}","id":"{{id}}"}""";

        (await asker.DecideAsync(User("ada"), Write, resource)).ShouldBeTrue();
        (await asker.DecideAsync("""{"type":"team","id":"crew"}""", Write, resource)).ShouldBeTrue();
        (await asker.FindAsync(Subjects, ("subject", """{"type":"user"}"""), ("action", Write), ("resource", resource))).ShouldBe(["ada"]);
        (await asker.AskAsync(Resources, Body(("subject", User("ada")), ("action", Write), ("resource", $$"""{"type":"{{type}}"}""")))).Text
            .ShouldBe($$"""{"results":[{{resource}}]}""");
        (await asker.FindAsync(Actions, ("subject", User("ada")), ("resource", resource))).ShouldBe(["read", "write"]);
    }

    private static string User(string id) => $$"""{"type":"user","id":"{{id}}"}""";

    private static string Group(string id) => $$"""{"type":"group","id":"{{id}}"}""";
}
