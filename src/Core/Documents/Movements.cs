using Roster.Core.Outcomes;

namespace Roster.Core.Documents;

/// <summary>What a plan rests on and finds otherwise than when it was made.</summary>
internal static class Movements
{
    private const string Gone = "is not there any more";
    private const string Changed = "was changed";

    /// <summary>Most things that are listed: they only say that the plan is to be made again.</summary>
    private const int MostListed = 1_000;

    /// <summary>Compares each thing with what the plan saw of it.</summary>
    public static Fault? Find(Plan plan, KnownState state) =>
        FaultOf(plan.Changes.Select(change => (change, What: WhatHappened(change, state)))
            .Where(found => found.What is not null)
            .Select(found => NameOf(found.change, found.What!)));

    /// <summary>What the rules refuse now they did not refuse then.</summary>
    public static Fault? TryOut(Plan plan, PlanRun run) =>
        FaultOf(plan.Changes.Select(change => (change, Fault: run.Do(change)))
            .Where(found => found.Fault is not null)
            .Select(found => NameOf(found.change, found.Fault!.Message)));

    private static Fault? FaultOf(IEnumerable<Moved> found) =>
        found.Take(MostListed).ToList() is { Count: > 0 } moved
            ? new Fault(FaultKind.PlanMoved, $"Since the plan was made, the {moved[0].Kind} '{moved[0].Id}': {moved[0].What}{Rest(moved)}. Make it again.")
            {
                Moved = moved,
            }
            : null;

    private static string Rest(List<Moved> moved) => moved.Count == 1 ? "" : $"; and {moved.Count - 1} more";

    private static string? WhatHappened(PlannedChange change, KnownState state) => change switch
    {
        { Action: ChangeAction.Create } and not PlannedMembership => null,
        PlannedRole role => Compare(state.OwnRoles.GetValueOrDefault(role.Name)?.ChangedIn, role.Seen),
        PlannedUser user => Compare(state.Users[user.Id]?.ChangedIn, user.Seen),
        PlannedScope scope => Compare(state.Scopes[scope.Id]?.ChangedIn, scope.Seen),
        PlannedMembership membership => Compare(state.Memberships[(membership.Member, membership.In)]?.ChangedIn, membership.Seen),
        _ => throw new NotSupportedException($"Nothing tells whether {change.GetType().Name} has moved."),
    };

    private static string? Compare(long? now, long seen) => (now, seen) switch
    {
        (null, 0) => null,
        (null, _) => Gone,
        (_, 0) => "is there now",
        _ => now == seen ? null : Changed,
    };

    private static Moved NameOf(PlannedChange change, string what) => change switch
    {
        PlannedRole role => new("role", role.Name, what),
        PlannedUser user => new("user", user.Id.Value, what),
        PlannedScope scope => new(scope.Id.Kind.ToString().ToLowerInvariant(), scope.Id.Id, what),
        PlannedMembership membership => new(
            "membership", $"{membership.In.Kind.ToString().ToLowerInvariant()}/{membership.In.Id}/{membership.Member.Id}", what),
        _ => throw new NotSupportedException($"Nothing names {change.GetType().Name}."),
    };
}
