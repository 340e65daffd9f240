using System.ComponentModel.DataAnnotations;

namespace Roster.Storage.Copying;

/// <summary>How a copy goes about it; the defaults are good.</summary>
public sealed class CopyOptions
{
    /// <summary>How many rows are committed together at most; an interrupted copy goes on after the last of them.</summary>
    [Range(1, 1_000_000)]
    public int ChunkRows { get; init; } = 16_384;

    /// <summary>How many bytes of rows are committed together, give or take a row.</summary>
    [Range(1, 1 << 28)]
    public int ChunkBytes { get; init; } = 8 << 20;

    /// <summary>How many rows of one account are read in one snapshot, where a long one would keep a database from tidying up.</summary>
    [Range(1, 1_000_000)]
    public int SnapshotRows { get; init; } = 65_536;

    /// <summary>How long a database may still be held by a copy that was interrupted, as it may not have noticed yet.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How often progress is told.</summary>
    public TimeSpan ReportEvery { get; init; } = TimeSpan.FromSeconds(5);
}
