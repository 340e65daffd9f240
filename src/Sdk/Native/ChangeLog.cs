using System.Runtime.CompilerServices;
using Roster.Sdk.Transport;

namespace Roster.Sdk.Native;

/// <summary>The account's log.</summary>
public sealed class ChangeLog
{
    private static readonly TimeSpan UsualInterval = TimeSpan.FromSeconds(1);

    private readonly Calls _calls;

    internal ChangeLog(Calls calls) => _calls = calls;

    /// <summary>From the oldest to the latest, then it ends.</summary>
    /// <param name="after">The revision after which to begin.</param>
    public IAsyncEnumerable<LogEntry> ListAsync(long after = 0, int? pageSize = null, CancellationToken cancellationToken = default) =>
        ReadAsync(after, pageSize, null, cancellationToken);

    /// <summary>The same, and then what comes, as it comes. It goes on until it is cancelled.</summary>
    /// <param name="after">The revision after which to begin.</param>
    /// <param name="interval">How often to ask when there is nothing new.</param>
    public IAsyncEnumerable<LogEntry> FollowAsync(long after = 0, TimeSpan? interval = null, CancellationToken cancellationToken = default) =>
        ReadAsync(after, null, interval ?? UsualInterval, cancellationToken);

    private async IAsyncEnumerable<LogEntry> ReadAsync(
        long after, int? pageSize, TimeSpan? interval, [EnumeratorCancellation] CancellationToken cancellation)
    {
        while (true)
        {
            var call = Call.Get($"/api/changes").With("after", after).Page(pageSize, null);
            var page = await _calls.AskAsync(call, NativeJson.Default.LogPage, cancellation);
            foreach (var entry in page.Items)
            {
                yield return entry;
            }

            if (page.Items.Count > 0)
            {
                after = Later(page, after);
            }
            else if (interval is { } pause)
            {
                await Task.Delay(pause, _calls.Time, cancellation);
            }
            else
            {
                yield break;
            }
        }
    }

    private static long Later(LogPage page, long after) => page.NextAfter is { } next && next > after
        ? next
        : throw new RosterException("The server's log does not go on where it has to.") { Code = RosterException.EndlessList };
}
