using System.Diagnostics.Metrics;

namespace Roster.Storage.Sqlite;

/// <summary>What the writer can tell a collector of metrics, under the server's one name.</summary>
internal static class SqliteMeasures
{
    private static readonly Meter Meter = new("Roster");

    /// <summary>How well group commit works: 1 means that nobody shared.</summary>
    public static readonly Histogram<int> BatchSize = Meter.CreateHistogram<int>("roster.batch", "{write}", "Writes that shared a commit.");
}
