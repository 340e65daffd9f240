using Roster.Core.Outcomes;
using Roster.Core.Values;

namespace Roster.Core.Access;

/// <summary>What an account keeps about a user or a resource for conditions to ask: a flat map, in the order of its names.</summary>
public sealed class Attributes : Properties, IEquatable<Attributes>
{
    public const int Most = 32;
    public const int MaxName = 128;
    public const int MaxText = 1_024;

    public static readonly Attributes None = new([]);

    private readonly KeyValuePair<string, Scalar>[] _values;

    private Attributes(KeyValuePair<string, Scalar>[] values) => _values = values;

    public IReadOnlyList<KeyValuePair<string, Scalar>> Values => _values;

    /// <summary>Of all names and texts, in characters.</summary>
    internal int Length => _values.Sum(value => value.Key.Length + (value.Value.Kind == ScalarKind.Text ? value.Value.Text.Length : 0));

    public static Attributes From(IEnumerable<KeyValuePair<string, Scalar>> values)
    {
        KeyValuePair<string, Scalar>[] sorted = [.. values.OrderBy(value => value.Key, Utf8Order.Instance)];
        return sorted.Length == 0 ? None : new(sorted);
    }

    /// <summary>A few names: looking through them is faster than a hash.</summary>
    public override bool TryFind(string path, out Scalar value)
    {
        foreach (var (name, kept) in _values)
        {
            if (name == path)
            {
                value = kept;
                return true;
            }
        }

        value = default;
        return false;
    }

    /// <param name="field">What the request calls them.</param>
    /// <param name="reserved">Names that are Roster's own.</param>
    public Fault? Check(string field, params ReadOnlySpan<string> reserved)
    {
        if (_values.Length > Most)
        {
            return Fault.Invalid(field, $"must be at most {Most}");
        }

        foreach (var (name, value) in _values)
        {
            if (name.Length is 0 or > MaxName || !Text.IsStorable(name) || Text.HasControl(name))
            {
                return Fault.Invalid(field, $"must have names of 1 to {MaxName} characters without control characters");
            }

            if (reserved.Contains(name))
            {
                return Fault.Invalid($"{field}.{name}", "is what Roster itself knows of the user, and cannot be set");
            }

            if (!IsKeepable(value))
            {
                return Fault.Invalid($"{field}.{name}", $"must be a number, true, false or a text of at most {MaxText} characters");
            }
        }

        return null;
    }

    public bool Equals(Attributes? other) => other is not null && _values.AsSpan().SequenceEqual(other._values);

    public override bool Equals(object? obj) => Equals(obj as Attributes);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var (name, value) in _values)
        {
            hash.Add(name, StringComparer.Ordinal);
            hash.Add(value);
        }

        return hash.ToHashCode();
    }

    private static bool IsKeepable(in Scalar value) => value.Kind switch
    {
        ScalarKind.Text => value.Text.Length <= MaxText && Text.IsStorable(value.Text),
        ScalarKind.Number => double.IsFinite(value.Number),
        ScalarKind.Flag => true,
        _ => false,
    };
}
