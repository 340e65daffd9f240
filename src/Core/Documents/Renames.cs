using Roster.Core.Outcomes;

namespace Roster.Core.Documents;

/// <summary>Orders renames so that each name is free when it is taken.</summary>
internal static class Renames
{
    /// <param name="problems">Told of names that go round in a circle, which no order can do.</param>
    public static IReadOnlyList<Step> InOrder(IEnumerable<Step> renames, List<Problem> problems)
    {
        // What is said twice is told elsewhere.
        var waiting = renames.DistinctBy(NewName, StringComparer.Ordinal).ToDictionary(NewName, StringComparer.Ordinal);
        var givenUp = waiting.Values.Select(OldName).ToHashSet(StringComparer.Ordinal);
        var ordered = new List<Step>(waiting.Count);
        foreach (var free in waiting.Values.Where(step => !givenUp.Contains(NewName(step))).ToList())
        {
            for (Step? next = free; next is { } step; next = waiting.TryGetValue(OldName(step), out var follower) ? follower : null)
            {
                waiting.Remove(NewName(step));
                ordered.Add(step);
            }
        }

        problems.AddRange(waiting.Values.Select(step => new Problem(
            step.Place.Of("userName"), "is given up by a user who takes another's, in a circle: rename one of them to something else first")));
        return ordered;
    }

    private static string OldName(Step step) => ((PlannedUser)step.Change).Name.Fold;

    private static string NewName(Step step) => ((PlannedUser)step.Change).After!.Person.Name.Or(default).Fold;
}
