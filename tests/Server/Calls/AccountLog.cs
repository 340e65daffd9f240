using System.Text.Json.Nodes;

namespace Roster.Tests.Server.Calls;

/// <summary>One change as the native door's log shows it.</summary>
internal sealed record LoggedChange(long Revision, long Set, DateTimeOffset At, string Kind, string Actor, JsonNode Fact)
{
    /// <summary>A user began as pending.</summary>
    public bool IsInvited => Kind is "UserCreated" or "UserRevived" && (bool)Fact["pending"]!;
}

/// <summary>The account's log, read over HTTP and found to be whole.</summary>
internal static class AccountLog
{
    /// <summary>Everything after a revision: numbered without a gap, in sets that follow one another, in time that does not go back.</summary>
    public static async Task<IReadOnlyList<LoggedChange>> ReadAsync(AccountClient at, long after)
    {
        var log = new List<LoggedChange>();
        for (var page = await PageAsync(at, after); page.Count > 0; page = await PageAsync(at, log[^1].Revision))
        {
            log.AddRange(page);
        }

        EnsureWhole(log, after);
        return log;
    }

    /// <summary>The changes of each request.</summary>
    public static IReadOnlyList<IReadOnlyList<LoggedChange>> Sets(this IEnumerable<LoggedChange> log) =>
        [.. log.GroupBy(change => change.Set).Select(set => set.ToList())];

    private static async Task<IReadOnlyList<LoggedChange>> PageAsync(AccountClient at, long after)
    {
        var answer = await at.DoAsync(at.Native.Changes(after));
        return [.. answer.List("items").Select(item => new LoggedChange(
            item["revision"]!.GetValue<long>(),
            item["set"]!.GetValue<long>(),
            DateTimeOffset.Parse(item["time"]!.GetValue<string>()),
            item["kind"]!.GetValue<string>(),
            item["actor"]!.GetValue<string>(),
            item["change"]!))];
    }

    private static void EnsureWhole(List<LoggedChange> log, long after)
    {
        var before = new LoggedChange(after, 0, default, "", "", new JsonObject());
        foreach (var change in log)
        {
            if (change.Revision != before.Revision + 1
                || (change.Set != before.Set && change.Set != change.Revision)
                || change.At < before.At)
            {
                throw new InvalidOperationException($"The log is torn between {before} and {change}");
            }

            before = change;
        }
    }
}
