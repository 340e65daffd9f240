using System.Diagnostics;
using Roster.Core.Values;
using Roster.Tests.Server.Calls;

namespace Roster.Tests.Server.Races;

/// <summary>
/// An invitation is accepted while its end passes: granted only where the log says that it happened before the end.
/// Invitations of the same end are accepted a microsecond before it, exactly at it, and a millisecond after it.
/// </summary>
internal sealed class InvitationEndRace : Race
{
    private static readonly TimeSpan Microsecond = TimeSpan.FromMicroseconds(1);

    public override bool MovesClock => true;

    public override async Task<string?> RoundAsync(IAccounts server, Random random)
    {
        var at = await server.OpenAccountAsync();
        var racing = await InviteAsync(at, "racing@example.com");
        var before = await InviteAsync(at, "before@example.com");
        var exactly = await InviteAsync(at, "exactly@example.com");
        var after = await InviteAsync(at, "after@example.com");
        var end = DateTimeOffset.Parse(racing.Text("expiresAt"));

        var clock = server.Clock;
        clock.Set(Instant.From(end - Microsecond));
        var inTime = await at.SendAsync(at.Native.Accept(before.Text("token")));

        // The other write keeps the account locked for a while, so that the acceptance is judged later than it came in.
        var passing = Task.Run(() => Pass(clock, end, random.Next(8_000)));
        var answers = await at.AtOnceAsync(at.WhyLabs.Create("busy@example.com"), at.Native.Accept(racing.Text("token")));
        await passing;

        var atEnd = await at.SendAsync(at.Native.Accept(exactly.Text("token")));
        clock.Advance(TimeSpan.FromMilliseconds(1));
        var tooLate = await at.SendAsync(at.Native.Accept(after.Text("token")));

        var accepted = (await AccountLog.ReadAsync(at, inTime.Revision)).Where(change => change.Kind == "InvitationAccepted").ToList();
        return Judge(
            [inTime, .. answers, atEnd, tooLate],
            (inTime.Succeeded, "Expected the invitation to be open a microsecond before its end"),
            (atEnd.IsRefusedFor(FaultKind.InvitationEnded), "Expected the invitation to have ended at its end"),
            (tooLate.IsRefusedFor(FaultKind.InvitationEnded), "Expected the invitation to have ended a millisecond ago"),
            (answers[1].Succeeded || answers[1].IsRefusedFor(FaultKind.InvitationEnded), "Expected yes or no"),
            (accepted.Count == (answers[1].Succeeded ? 1 : 0), "Expected the log to agree with the answer"),
            (accepted.All(change => change.At < end), "Expected no acceptance at or after the end"));
    }

    private static async Task<Reply> InviteAsync(AccountClient at, string email)
    {
        var user = (await at.DoAsync(at.Fivetran.Invite(email))).Text("data.id");
        return await at.DoAsync(at.Native.Invite(user));
    }

    /// <summary>Lets the end come after some microseconds of real time.</summary>
    private static void Pass(TestClock clock, DateTimeOffset end, int microseconds)
    {
        var started = Stopwatch.GetTimestamp();
        SpinWait.SpinUntil(() => Stopwatch.GetElapsedTime(started) > TimeSpan.FromMicroseconds(microseconds));
        clock.Set(Instant.From(end));
    }
}
