namespace Roster.Sdk;

/// <summary>A part of a list.</summary>
/// <param name="NextCursor">Where the next part begins; null at the end.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? NextCursor)
{
    /// <summary>The same for two pages that are the same.</summary>
    internal string Mark { get; init; } = "";
}
