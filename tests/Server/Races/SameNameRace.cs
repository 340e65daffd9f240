using Roster.Tests.Server.Calls;

namespace Roster.Tests.Server.Races;

/// <summary>One address is created at every door at once, each time spelt otherwise; half the time somebody deleted had it.</summary>
internal sealed class SameNameRace : Race
{
    public override async Task<string?> RoundAsync(IAccounts server, Random random)
    {
        var at = await server.OpenAccountAsync();
        var old = random.Next(2) == 0 ? await CreateAndDeleteAsync(at) : null;
        var before = (await at.DoAsync(at.Fivetran.Users())).Revision;

        var answers = await at.AtOnceAsync(
            at.Fivetran.Invite("Ada@Example.com", "Account Reviewer"),
            at.WhyLabs.Create("ada@example.com"),
            at.Native.Create("ADA@EXAMPLE.COM"),
            at.WhyLabs.Create("aDA@example.com"),
            at.Scim.Create("adA@example.COM"),
            at.Fivetran.Invite("ada@EXAMPLE.com"),
            at.Native.Create("Ada@example.COM"));

        var users = (await at.DoAsync(at.Fivetran.Users())).List("data.items");
        var shown = await at.SendAsync(at.WhyLabs.UserByEmail("ada@example.com"));
        var sets = (await AccountLog.ReadAsync(at, before)).Sets();
        return Judge(
            answers,
            OneWins(answers, FaultKind.UserNameTaken),
            (users.Count == 1 && shown.Succeeded, $"Expected one user, not [{string.Join(", ", users)}]"),
            ((string?)shown.At("userId") == users.Select(user => (string?)user["id"]).FirstOrDefault(), "The doors show different users"),
            (old is null || (string?)shown.At("userId") == old, $"Expected the id {old} to live again"),
            (sets.Count == 1, $"Expected one set, not {sets.Count}"));
    }

    private static async Task<string> CreateAndDeleteAsync(AccountClient at)
    {
        var id = (await at.DoAsync(at.WhyLabs.Create("ada@example.com"))).Text("userId");
        await at.DoAsync(at.Fivetran.Delete(id));
        return id;
    }
}
