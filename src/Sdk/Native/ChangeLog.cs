using System.Globalization;
using System.Runtime.CompilerServices;
using Roster.Sdk.Transport;

namespace Roster.Sdk.Native;

/// <summary>The account's log.</summary>
public sealed class ChangeLog
{
    private static readonly TimeSpan UsualInterval = TimeSpan.FromSeconds(1);

    private readonly Calls _calls;

    internal ChangeLog(Calls calls) => _calls = calls;

    /// <summary>From the oldest to the latest, then it ends. Its cursors are revisions.</summary>
    /// <param name="after">The revision after which to begin.</param>
    public Paged<LogEntry> ListAsync(long after = 0, int? pageSize = null, CancellationToken cancellationToken = default) => new(
        async (cursor, stop) =>
        {
            var from = cursor is null ? after : long.Parse(cursor, CultureInfo.InvariantCulture);
            var page = await AskAsync(from, pageSize, stop);
            return new(page.Items, page.Items.Count > 0 ? Later(page, from).ToString(CultureInfo.InvariantCulture) : null) { Mark = $"{from}" };
        },
        cancellationToken);

    /// <summary>The same, and then what comes, as it comes. It goes on until it is cancelled, or the server stays away: go on then after the last revision.</summary>
    /// <param name="after">The revision after which to begin.</param>
    /// <param name="interval">How often to ask when there is nothing new.</param>
    public async IAsyncEnumerable<LogEntry> FollowAsync(
        long after = 0, TimeSpan? interval = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        while (true)
        {
            var page = await AskAsync(after, null, cancellationToken);
            foreach (var entry in page.Items)
            {
                yield return entry;
            }

            if (page.Items.Count > 0)
            {
                after = Later(page, after);
            }
            else
            {
                await Task.Delay(interval ?? UsualInterval, _calls.Time, cancellationToken);
            }
        }
    }

    private Task<LogPage> AskAsync(long after, int? pageSize, CancellationToken cancellation) =>
        _calls.AskAsync(Call.Get($"/api/changes").With("after", after).Page(pageSize, null), NativeJson.Default.LogPage, cancellation);

    private static long Later(LogPage page, long after) => page.NextAfter is { } next && next > after
        ? next
        : throw new RosterException("The server's log does not go on where it has to.") { Code = RosterException.EndlessList };
}
