using Roster.Core.Keys;
using Roster.Core.Scopes;
using static Roster.Tests.Http.AuthZen.Asker;

namespace Roster.Tests.Http.AuthZen;

/// <summary>Where the account wants it, decisions come with why.</summary>
public sealed class ReasonTests(AuthZenServer server)
{
    private const string Ada = """{"type":"user","id":"ada"}""";
    private const string Group = """{"type":"group","id":"warehouse"}""";
    private const string Manage = """{"name":"manage"}""";

    private const string Own =
        """{"role":"Edit Destination","type":"group","id":"warehouse","given_by":"server","since":"2026-03-03T10:00:00.123456Z","until":"2026-03-04T10:00:00.123456Z"}""";

    private const string Teams =
        """{"role":"Account Reviewer","type":"account","id":"{account}","given_by":"server","since":"2026-03-03T10:00:00.123456Z","through":{"role":"Team Member","type":"team","id":"crew","given_by":"server","since":"2026-03-03T10:00:00.123456Z"}}""";

    [Fact]
    public async Task A_permit_tells_every_role_that_permits_it_and_a_denial_nothing()
    {
        var (account, asker) = await MakeAsync();
        (await asker.AskAsync(Evaluation, Question(Ada, Read, Group))).Text.ShouldBe("""{"decision":true}""");

        (await account.Native.PatchAsync("/api/access/settings", """{"showsReasons":true}""")).Status.ShouldBe(200);

        (await asker.AskAsync(Evaluation, Question(Ada, Read, Group))).Text.ShouldBe(Because(account, Own, Teams));
        (await asker.AskAsync(Evaluation, Question(Ada, Write, Group))).Text.ShouldBe(Because(account, Own));
        (await asker.AskAsync(Evaluation, Question(Ada, Manage, Group))).Text.ShouldBe("""{"decision":false}""");
        (await asker.AskAsync(Evaluation, Question(Alice, Read, Group))).Text.ShouldBe("""{"decision":false}""");
    }

    [Fact]
    public async Task In_a_batch_each_item_has_its_own()
    {
        var (account, asker) = await MakeAsync();
        await account.Native.PatchAsync("/api/access/settings", """{"showsReasons":true}""");

        var answer = await asker.AskAsync(Evaluations, Body(
            ("subject", Ada),
            ("resource", Group),
            ("options", """{"evaluations_semantic":"deny_on_first_deny"}"""),
            ("evaluations", Items(Body(("action", Write)), Body(("action", Manage)), Body(("action", Read))))));

        answer.Text.ShouldBe($$$"""{"evaluations":[{{{Because(account, Own)}}},{"decision":false,"context":{"reason":"deny_on_first_deny"}}]}""");
    }

    [Fact]
    public async Task Who_no_longer_wants_it_is_told_no_more()
    {
        var (account, asker) = await MakeAsync();
        for (var i = 0; i < 4; i++)
        {
            await account.Native.PatchAsync("/api/access/settings", $$"""{"showsReasons":{{(i % 2 == 0 ? "true" : "false")}}}""");

            (await asker.AskAsync(Evaluation, Question(Ada, Write, Group))).Text.ShouldBe(i % 2 == 0 ? Because(account, Own) : """{"decision":true}""");
        }
    }

    private static string Because(TestAccount account, params string[] reasons) =>
        $$$"""{"decision":true,"context":{"reasons":[{{{string.Join(',', reasons).Replace("{account}", account.Id.Value)}}}]}}""";

    /// <summary>Ada works in the group for a day, and sits in a team that sees the account.</summary>
    private async Task<(TestAccount Account, Asker Asker)> MakeAsync()
    {
        var account = await server.Roster.OpenAccountAsync();
        var user = await account.RegisterUserAsync("ada@example.com", id: "ada");
        var group = await account.CreateGroupAsync("Warehouse", "warehouse");
        await account.GiveRoleAsync(user, group, "Edit Destination", server.Roster.Clock.Now.Plus(TimeSpan.FromDays(1)));
        await account.CreateTeamAsync("Crew", "crew", "Account Reviewer");
        await account.GiveTeamRoleAsync("crew", account.Scope, "Account Reviewer");
        await account.GiveRoleAsync(user, ScopeId.Team("crew"), "Team Member");
        return (account, new(Knocking.Native(server.Roster, await account.MintKeyAsync(Grants.Check))));
    }
}
