namespace Roster.Core.Access.Granting;

/// <summary>How the value at a path is tested.</summary>
public enum ConditionTest
{
    /// <summary>It is the one value.</summary>
    Is,

    /// <summary>It is there, and is another.</summary>
    IsNot,

    /// <summary>It is one of the values.</summary>
    IsIn,

    /// <summary>It is the one that another path has.</summary>
    IsSame,
}

/// <summary>One thing that has to be so. A path without a value makes it false, whatever the test.</summary>
/// <param name="Path">As on the wire: <c>resource.properties.status</c>.</param>
/// <param name="Values">What is compared with: one value, or those of <see cref="ConditionTest.IsIn"/>.</param>
/// <param name="Other">The other path of <see cref="ConditionTest.IsSame"/>.</param>
public sealed record ConditionEntry(string Path, ConditionTest Test, IReadOnlyList<Scalar> Values, string? Other = null)
{
    public static ConditionEntry Is(string path, Scalar value) => new(path, ConditionTest.Is, [value]);

    public static ConditionEntry IsNot(string path, Scalar value) => new(path, ConditionTest.IsNot, [value]);

    public static ConditionEntry IsIn(string path, IReadOnlyList<Scalar> values) => new(path, ConditionTest.IsIn, values);

    public static ConditionEntry IsSame(string path, string other) => new(path, ConditionTest.IsSame, [], other);

    public bool Equals(ConditionEntry? other) =>
        other is not null && Path == other.Path && Test == other.Test && Other == other.Other && Values.SequenceEqual(other.Values);

    public override int GetHashCode() => HashCode.Combine(Path, Test, Other, Values.Count);
}
