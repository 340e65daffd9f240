using Roster.Tests.Server.Calls;

namespace Roster.Tests.Server.Races;

/// <summary>One request arrives sixty-four times at once: it is done once, and everybody has the answer.</summary>
internal sealed class RepeatRace : Race
{
    private const int Times = 64;

    public override async Task<string?> RoundAsync(IAccounts server, Random random)
    {
        var at = await server.OpenAccountAsync();
        var before = (await at.DoAsync(at.Fivetran.Users())).Revision;

        var call = random.Next(2) == 0 ? at.Native.CreateGroup("north") : at.Native.Create("ada@example.com");
        var answers = await at.AtOnceAsync([.. Enumerable.Repeat(call with { Header = ("Idempotency-Key", "once") }, Times)]);

        var sets = (await AccountLog.ReadAsync(at, before)).Sets();
        return Judge(
            answers,
            (answers.All(answer => answer.Status == 201), "Expected everybody to be told that it was made"),
            (answers.Count(answer => !answer.IsReplayed) == 1, "Expected one to have made it"),
            (answers.Select(answer => $"{answer.Body} {answer.Version} {answer.Revision}").Distinct().Count() == 1, "Expected one answer for all"),
            (sets.Count == 1, $"Expected one set, not {sets.Count}"));
    }
}
