namespace Roster.Core.Values;

/// <summary>What every text must satisfy before it may come in at any door (PostgreSQL refuses U+0000, UTF-8 has no lone surrogate).</summary>
public static class Text
{
    /// <summary>Longest name of a person, scope, account or key, in UTF-16 units.</summary>
    public const int MaxName = 1_024;

    /// <summary>True when the text holds neither U+0000 nor half of a surrogate pair.</summary>
    public static bool IsStorable(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\0' || char.IsLowSurrogate(c))
            {
                return false;
            }

            if (char.IsHighSurrogate(c))
            {
                if (++i >= text.Length || !char.IsLowSurrogate(text[i]))
                {
                    return false;
                }
            }
        }

        return true;
    }

    public static bool HasControl(string text)
    {
        foreach (var c in text)
        {
            if (char.IsControl(c))
            {
                return true;
            }
        }

        return false;
    }
}
