using System.Text.Json.Nodes;
using Roster.Core.Changes;
using Roster.Tests.Server.Calls;

namespace Roster.Tests.Server.Races;

/// <summary>A role is given or changed while its holder is deleted. Whoever comes second sees what the first did; nothing of the user is left.</summary>
internal sealed class RoleAgainstDeletionRace : Race
{
    private delegate Call Giving(AccountClient at, string user, string group);

    private static readonly Giving[] Givings =
    [
        (at, user, _) => at.Fivetran.SetRole(user, "Account Billing"),
        (at, user, _) => at.WhyLabs.Add(at.Account, "VIEWER", user),
        (at, user, _) => at.Native.GiveInAccount(user, "Account Reviewer"),
        (at, user, group) => at.Fivetran.Join(user, new("groups", group), "View Destination"),
        (at, user, group) => at.Native.Give("group", group, user, "Edit Destination"),
    ];

    public override async Task<string?> RoundAsync(IAccounts server, Random random)
    {
        var at = await server.OpenAccountAsync();
        var user = (await at.DoAsync(at.WhyLabs.Create("ada@example.com"))).Text("userId");
        var group = (await at.DoAsync(at.Fivetran.CreateGroup("north"))).Text("data.id");
        var before = (await at.DoAsync(at.WhyLabs.Add(at.Account, "MEMBER", user))).Revision;

        var giving = random.GetItems(Givings, 1)[0](at, user, group);
        Call[] deletions = [at.Fivetran.Delete(user), at.WhyLabs.Delete(user), at.Native.Delete(user)];
        var answers = await at.AtOnceAsync(giving, random.GetItems(deletions, 1)[0]);

        var log = await AccountLog.ReadAsync(at, before);
        var given = log.Count(change => change.Kind is "RoleGiven" or "RoleChanged");
        var left = (await at.DoAsync(at.Native.Memberships($"userId={user}"))).List("items");
        return Judge(
            answers,
            (answers[1].Succeeded, "Expected the deletion to be granted"),
            (Granted(answers[0]) || NamesUnknownUser(answers[0], user), "Expected the role to be given, or its user to be unknown"),
            (given == (Granted(answers[0]) ? 1 : 0), $"Expected the log to agree with the answer: {given}"),
            (log[^1].Kind == "UserDeleted", $"Expected the deletion to be last, not {log[^1].Kind}"),
            (left.Count == 0, $"Expected no membership to be left, not {string.Join(", ", left)}"));
    }

    // WhyLabs answers 200 also where it did nothing, with an entry for the user who is not there.
    private static bool Granted(Reply answer) => answer.Succeeded && Entries(answer).Count == 0;

    private static bool NamesUnknownUser(Reply answer, string user) => answer.Succeeded
        ? Entries(answer) is [var entry] && (string?)entry["itemId"] == user && (int)entry["errorCode"]! == 404
        : answer.IsRefusedFor(FaultKind.UnknownUser);

    private static IReadOnlyList<JsonNode> Entries(Reply answer) =>
        answer.Call.Door == Door.WhyLabs ? answer.List("errors") : [];
}
