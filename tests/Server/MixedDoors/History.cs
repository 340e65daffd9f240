using Roster.Tests.Server.Calls;

namespace Roster.Tests.Server.MixedDoors;

/// <summary>
/// Finds the serial order of calls that ran at once. Each answer names the revision that it was judged at, and the log names
/// whose set ended with it: that call comes first, then all that saw its outcome and changed nothing.
/// </summary>
internal static class History
{
    public static IReadOnlyList<Played> InOrder(IReadOnlyList<Played> played, IEnumerable<LoggedChange> log)
    {
        var makers = log.Sets().ToDictionary(set => set[^1].Revision, set => set[^1].Actor);
        var firsts = played
            .GroupBy(call => (call.Reply.Revision, call.Actor))
            .Select(calls => calls.MinBy(call => call.Turn)!)
            .Where(call => makers.GetValueOrDefault(call.Reply.Revision) == call.Actor)
            .ToHashSet();
        firsts.Count.ShouldBe(makers.Count, "every set in the log belongs to one call");
        return [.. played.OrderBy(call => call.Reply.Revision).ThenBy(call => firsts.Contains(call) ? 0 : 1)];
    }
}
