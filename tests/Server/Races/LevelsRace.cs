using Roster.Tests.Server.Calls;

namespace Roster.Tests.Server.Races;

/// <summary>One user is put into all three levels of an organization at once: every call is granted, and one membership is left.</summary>
internal sealed class LevelsRace : Race
{
    public override async Task<string?> RoundAsync(IAccounts server, Random random)
    {
        var at = await server.OpenAccountAsync();
        var user = (await at.DoAsync(at.WhyLabs.Create("ada@example.com"))).Text("userId");
        var organization = (await at.DoAsync(at.WhyLabs.CreateOrganization("North"))).Text("id");
        var before = (await at.DoAsync(at.WhyLabs.Users())).Revision;

        var answers = await at.AtOnceAsync(
            at.WhyLabs.Add(organization, "ADMIN", user),
            at.WhyLabs.Add(organization, "MEMBER", user),
            at.WhyLabs.Replace(organization, "VIEWER", user),
            at.Native.Give("organization", organization, user, "Organization Member"));

        var groups = (await at.DoAsync(at.WhyLabs.Memberships(user, organization))).List("memberships");
        var log = await AccountLog.ReadAsync(at, before);
        return Judge(
            answers,
            (answers.All(answer => answer.Succeeded), "Expected every call to be granted"),
            (groups.Count == 1, $"Expected one membership, not [{string.Join(", ", groups)}]"),
            (log.Count(change => change.Kind == "RoleGiven") == 1, "Expected one membership to begin"),
            (log.Skip(1).All(change => change.Kind == "RoleChanged"), "Expected the others to change it"));
    }
}
