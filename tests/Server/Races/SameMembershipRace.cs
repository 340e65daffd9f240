using Roster.Tests.Server.Calls;

namespace Roster.Tests.Server.Races;

/// <summary>One user is added to one group, or one connector, at once by every route that refuses a second membership.</summary>
internal sealed class SameMembershipRace : Race
{
    public override async Task<string?> RoundAsync(IAccounts server, Random random)
    {
        var at = await server.OpenAccountAsync();
        var user = (await at.DoAsync(at.WhyLabs.Create("ada@example.com"))).Text("userId");
        var group = (await at.DoAsync(at.Fivetran.CreateGroup("north"))).Text("data.id");
        var inGroup = random.Next(2) == 0;
        var scope = inGroup ? group : (await at.DoAsync(at.Fivetran.CreateConnector(group))).Text("data.id");
        var before = (await at.DoAsync(at.Fivetran.Users())).Revision;

        var calls = inGroup ? InGroup(at, user, scope) : InConnector(at, user, scope);
        var answers = await at.AtOnceAsync(calls);

        var held = (await at.DoAsync(at.Native.Memberships($"kind={(inGroup ? "group" : "connector")}"))).List("items");
        var sets = (await AccountLog.ReadAsync(at, before)).Sets();
        var wanted = answers.FirstOrDefault(answer => answer.Succeeded)?.Call.Body?["role"]?.GetValue<string>();
        return Judge(
            answers,
            OneWins(answers, FaultKind.MembershipExists),
            (held.Count == 1 && (string?)held[0]["role"] == wanted, $"Expected the winner's role alone, not [{string.Join(", ", held)}]"),
            (sets.Count == 1, $"Expected one set, not {sets.Count}"));
    }

    private static Call[] InGroup(AccountClient at, string user, string group) =>
    [
        at.Fivetran.Join(user, new("groups", group), "Manage Destination"),
        at.Fivetran.AddToGroup(group, "ada@example.com", "View Destination"),
        at.Fivetran.Join(user, new("groups", group), "Edit Destination"),
        at.Fivetran.AddToGroup(group, "Ada@example.com", "Destination Analyst"),
    ];

    private static Call[] InConnector(AccountClient at, string user, string connector) =>
    [
        at.Fivetran.Join(user, new("connectors", connector), "Manage Connection"),
        at.Fivetran.Join(user, new("connections", connector), "View Connection"),
        at.Fivetran.Join(user, new("connectors", connector), "Connector Reviewer"),
        at.Fivetran.Join(user, new("connections", connector), "Edit Connection"),
    ];
}
