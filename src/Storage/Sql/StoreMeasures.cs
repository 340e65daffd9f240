using System.Diagnostics.Metrics;
using Roster.Core.Changes;

namespace Roster.Storage.Sql;

/// <summary>What the engines can tell a collector of metrics, under the server's one name.</summary>
internal static class StoreMeasures
{
    private static readonly Meter Meter = new("Roster");

    private static readonly Histogram<int> BatchSize = Meter.CreateHistogram<int>("roster.batch", "{write}", "Writes that shared a commit.");

    private static readonly Counter<long> Writes = Meter.CreateCounter<long>("roster.writes", "{set}", "Requests that changed an account.");

    private static readonly Counter<long> Changes = Meter.CreateCounter<long>("roster.changes", "{change}", "Changes appended to the accounts' logs.");

    /// <summary>How well group commit works: 1 means that nobody shared.</summary>
    public static void Committed(int works) => BatchSize.Record(works);

    public static void Committed(CommittedSet set)
    {
        Writes.Add(1);
        Changes.Add(set.Changes.Count);
    }
}
