using Roster.Tests.Server.Calls;

namespace Roster.Tests.Server.Races;

/// <summary>Five change the same version of one user at once.</summary>
internal sealed class VersionRace : Race
{
    public override async Task<string?> RoundAsync(IAccounts server, Random random)
    {
        var at = await server.OpenAccountAsync();
        var created = await at.DoAsync(at.Native.Create("ada@example.com"));
        var user = created.Text("id");

        var answers = await at.AtOnceAsync([.. Enumerable.Range(0, 5)
            .Select(i => at.Native.Rename(user, $"ada{i}@example.com") with { Header = ("If-Match", created.Version!) })]);

        var shown = await at.DoAsync(at.Native.User(user));
        var winner = answers.FirstOrDefault(answer => answer.Succeeded);
        return Judge(
            answers,
            OneWins(answers, FaultKind.VersionChanged),
            (shown.Version == winner?.Version && shown.Text("userName") == winner?.Text("userName"), $"Expected the winner's name: {shown}"));
    }
}
