using System.Text.Json.Nodes;
using Roster.Tests.Server.Calls;

namespace Roster.Tests.Server.Races;

/// <summary>Five add an address each to one user at once, which all go into one document.</summary>
internal sealed class PatchRace : Race
{
    public override async Task<string?> RoundAsync(IAccounts server, Random random)
    {
        var at = await server.OpenAccountAsync();
        var user = (await at.DoAsync(at.Scim.Create("ada@example.com"))).Text("id");

        var answers = await at.AtOnceAsync([.. Enumerable.Range(0, 5)
            .Select(i => at.Scim.Add(user, "emails", new JsonObject { ["value"] = $"ada{i}@example.com" }))]);

        var kept = (await at.DoAsync(at.Scim.User(user))).List("emails").Select(email => (string?)email["value"]).Order().ToList();
        return Judge(
            answers,
            (answers.All(answer => answer.Succeeded), "Expected all to succeed"),
            (kept.SequenceEqual(Enumerable.Range(0, 5).Select(i => $"ada{i}@example.com")), $"Expected all five, not [{string.Join(", ", kept)}]"));
    }
}
