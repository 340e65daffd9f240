using System.Text;
using Roster.Core.Outcomes;
using Roster.Core.Values;

namespace Roster.Core.Users;

/// <summary>A user's name, kept as given and unique in the account by its fold.</summary>
/// <param name="Given">1–320 characters, no control characters, no white space at the ends.</param>
/// <param name="Fold">What uniqueness and look-ups compare, and what WhyLabs shows.</param>
public readonly record struct UserName(string Given, string Fold)
{
    public const int MaxLength = 320;

    public static Outcome<UserName> Parse(string text, string field)
    {
        if (text.Length == 0)
        {
            return Fault.Invalid(field, "must not be empty");
        }

        if (!Text.IsStorable(text) || Text.HasControl(text))
        {
            return Fault.Invalid(field, "must not contain control characters");
        }

        if (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]))
        {
            return Fault.Invalid(field, "must not begin or end with white space");
        }

        return Length(text) > MaxLength
            ? Fault.Invalid(field, $"must be at most {MaxLength} characters long")
            : new UserName(text, FoldOf(text));
    }

    /// <summary>The vendors' doors take e-mail addresses only: an <c>@</c> with text on both sides, and nothing stricter.</summary>
    public static Outcome<UserName> ParseEmail(string text, string field)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at <= 0 || text.LastIndexOf('@') == text.Length - 1
            ? Fault.Invalid(field, "must be an e-mail address")
            : Parse(text, field);
    }

    /// <summary>
    /// Each code point's invariant lower case, except that a non-ASCII one never becomes ASCII, so that no look-alike
    /// (U+212A, the Kelvin sign) can claim somebody's address.
    /// </summary>
    public static string FoldOf(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text.ToLowerInvariant();
        }

        var fold = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var lower = Rune.ToLowerInvariant(rune);
            fold.Append(lower.IsAscii && !rune.IsAscii ? rune : lower);
        }

        return fold.ToString();
    }

    private static int Length(string text)
    {
        var low = 0;
        foreach (var c in text)
        {
            low += char.IsLowSurrogate(c) ? 1 : 0;
        }

        return text.Length - low;
    }
}
