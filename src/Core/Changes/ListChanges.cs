using Roster.Core.Access;
using Roster.Core.Outcomes;
using Roster.Core.Storage;

namespace Roster.Core.Changes;

/// <summary>The account's log after a revision, oldest first.</summary>
public sealed class ListChanges(IStore store)
{
    public ValueTask<Outcome<IReadOnlyList<LogEntry>>> RunAsync(
        Caller caller, long after, int limit, CancellationToken cancellationToken) =>
        store.AskAsync(
            caller, async reads => Outcome.Of(await reads.ChangesAsync(after, limit)), cancellationToken);
}
