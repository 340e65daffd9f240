using Roster.Core.Values;

namespace Roster.Core.Access.Granting;

/// <summary>The <c>when</c> of a grant: all of its entries hold. Two that say the same are equal, in whatever order they were written.</summary>
public sealed class Condition : IEquatable<Condition>
{
    public const int MostEntries = 8;
    public const int MostValues = 100;

    private readonly ConditionEntry[] _entries;
    private readonly (ConditionPath? Path, ConditionPath? Other)[] _paths;

    /// <param name="entries">Checked by <see cref="GrantRules"/> before they are kept. One that is not understood never holds.</param>
    public Condition(IEnumerable<ConditionEntry> entries)
    {
        _entries = [.. entries.OrderBy(entry => entry.Path, Utf8Order.Instance)];
        _paths = [.. _entries.Select(entry => (ConditionPath.Parse(entry.Path), entry.Other is null ? null : ConditionPath.Parse(entry.Other)))];
    }

    /// <summary>In the order of their paths.</summary>
    public IReadOnlyList<ConditionEntry> Entries => _entries;

    /// <summary>True where no value of a subject or resource that is kept can matter.</summary>
    internal bool AsksRequestAlone => _paths.All(path => IsOfRequest(path.Path) && IsOfRequest(path.Other));

    internal bool Holds(in Situation situation)
    {
        for (var i = 0; i < _entries.Length; i++)
        {
            if (!Holds(_entries[i], _paths[i], situation))
            {
                return false;
            }
        }

        return true;
    }

    public bool Equals(Condition? other) => other is not null && _entries.AsSpan().SequenceEqual(other._entries);

    public override bool Equals(object? obj) => Equals(obj as Condition);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var entry in _entries)
        {
            hash.Add(entry);
        }

        return hash.ToHashCode();
    }

    private static bool Holds(ConditionEntry entry, (ConditionPath? Path, ConditionPath? Other) paths, in Situation situation)
    {
        if (paths.Path is not { } path || !situation.TryFind(path, out var value) || value.Kind == ScalarKind.Nothing)
        {
            return false;
        }

        switch (entry.Test)
        {
            case ConditionTest.Is or ConditionTest.IsIn:
                return IsAny(entry.Values, value);
            case ConditionTest.IsNot:
                return !IsAny(entry.Values, value);
            default:
                return paths.Other is { } other && situation.TryFind(other, out var same) && value.Matches(same);
        }
    }

    private static bool IsAny(IReadOnlyList<Scalar> values, in Scalar value)
    {
        for (var i = 0; i < values.Count; i++)
        {
            if (value.Matches(values[i]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOfRequest(ConditionPath? path) => path?.Root is not (PathRoot.SubjectProperty or PathRoot.ResourceProperty);
}
