using Roster.Tests.Server.Calls;

namespace Roster.Tests.Server.Races;

/// <summary>One invitation is accepted by five at once.</summary>
internal sealed class InvitationRace : Race
{
    public override async Task<string?> RoundAsync(IAccounts server, Random random)
    {
        var at = await server.OpenAccountAsync();
        var user = (await at.DoAsync(at.Fivetran.Invite("ada@example.com"))).Text("data.id");
        var invited = await at.DoAsync(at.Native.Invite(user));

        var accept = at.Native.Accept(invited.Text("token"));
        var answers = await at.AtOnceAsync(accept, accept, accept, accept, accept);

        var shown = await at.DoAsync(at.Fivetran.User(user));
        var log = await AccountLog.ReadAsync(at, invited.Revision);
        return Judge(
            answers,
            OneWins(answers, FaultKind.InvitationEnded),
            (shown.Flag("data.verified") && !shown.Flag("data.invited"), $"Expected a verified user: {shown}"),
            (log.Sets().Count == 1, $"Expected one set, not {log.Sets().Count}"),
            (log.Count(change => change.Kind == "InvitationAccepted") == 1, "Expected one acceptance in the log"));
    }
}
