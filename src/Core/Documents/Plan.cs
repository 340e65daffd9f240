using Roster.Core.Outcomes;
using Roster.Core.Values;

namespace Roster.Core.Documents;

/// <summary>The difference between a document and the account at one moment, kept for a day so that it can be looked at and applied.</summary>
/// <param name="Revision">The account's, when the plan was made.</param>
/// <param name="MaxRemovals">More than this it may not remove.</param>
/// <param name="Changes">In the order in which they are done.</param>
public sealed record Plan(
    string Id, long Revision, Instant ExpiresAt, int MaxRemovals, IReadOnlyList<PlannedChange> Changes, Reach Reach)
{
    public const int DefaultMaxRemovals = 10;

    public const int MostRemovals = 10_000_000;

    /// <summary>What came of it; null as long as nobody has applied it.</summary>
    public AppliedPlan? Applied { get; init; }

    /// <summary>What is refused when the plan is applied, not when it is made: then somebody can still look at it.</summary>
    internal Fault? ReachesTooFar() => Reach.Removals <= MaxRemovals
        ? null
        : new(
            FaultKind.ReachExceeded,
            $"The plan removes {Reach.Removals} things and may remove {MaxRemovals}: look at it, and make it again with maxRemovals={Reach.Removals} if that is meant.",
            "maxRemovals");

    internal static Fault Unknown(string id) => new(FaultKind.UnknownPlan, $"There is no plan '{id}', or not any more.", Id: id);
}
