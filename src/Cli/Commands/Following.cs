using System.Net;
using Roster.Sdk;
using Roster.Sdk.Native;

namespace Roster.Cli.Commands;

/// <summary>The log as it grows, over times in which the server is away: it is started anew, or the network is.</summary>
internal sealed class Following(Session session)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private long _after;

    /// <param name="tell">Each entry, once, in order.</param>
    public async Task RunAsync(long after, Action<LogEntry> tell, CancellationToken cancellationToken)
    {
        _after = after;
        // A server that has never answered is none: that is told, and not waited for.
        await TellAsync(session.Client.Changes.ListAsync(after, cancellationToken: cancellationToken), tell);
        for (var isTold = false; ; await Task.Delay(Pause, cancellationToken))
        {
            var before = _after;
            try
            {
                await TellAsync(session.Client.Changes.FollowAsync(_after, cancellationToken: cancellationToken), tell);
            }
            catch (RosterException away) when (MayComeBack(away))
            {
                isTold &= _after == before;
                if (!isTold)
                {
                    session.Screen.Note($"{Failures.Message(away)} It goes on when the server is back.");
                }

                isTold = true;
            }
        }
    }

    private async Task TellAsync(IAsyncEnumerable<LogEntry> entries, Action<LogEntry> tell)
    {
        await foreach (var entry in entries)
        {
            tell(entry);
            _after = entry.Revision;
        }
    }

    private static bool MayComeBack(RosterException away) =>
        away.Status is HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout
        || (away.Status is null && away.Code is RosterException.ConnectionFailed or RosterException.ConnectionLost or RosterException.TimedOut);
}
