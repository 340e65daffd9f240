using Roster.Core.Values;

namespace Roster.Core.Changes;

/// <summary>One row of the account's log.</summary>
/// <param name="Set">The first revision of the set that it belongs to.</param>
/// <param name="Actor">Who did it: <c>key:…</c>, <c>invitation:…</c>, <c>operator</c> or <c>server</c>.</param>
public sealed record LogEntry(long Revision, long Set, Instant At, string Actor, Door Door, Change Change);

/// <summary>The changes of one request, committed.</summary>
/// <param name="First">The first change's revision; the others follow without a gap.</param>
public sealed record CommittedSet(
    AccountId Account,
    long First,
    Instant At,
    string Actor,
    Door Door,
    IReadOnlyList<Change> Changes)
{
    public long Last => First + Changes.Count - 1;
}
