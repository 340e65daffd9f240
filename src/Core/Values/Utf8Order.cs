namespace Roster.Core.Values;

/// <summary>The order that every store keeps: of UTF-8 bytes, which is that of code points, and not of UTF-16 units.</summary>
public sealed class Utf8Order : IComparer<string>
{
    public static readonly Utf8Order Instance = new();

    public int Compare(string? x, string? y)
    {
        var left = x.AsSpan();
        var right = y.AsSpan();
        var common = left.CommonPrefixLength(right);
        if (common == left.Length || common == right.Length)
        {
            return left.Length.CompareTo(right.Length);
        }

        return Place(left[common]).CompareTo(Place(right[common]));
    }

    // Surrogates stand for what comes after all other units.
    private static int Place(char unit) => char.IsSurrogate(unit) ? unit + 0x10000 : unit;
}
