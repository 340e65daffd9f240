namespace Roster.Core.Documents;

/// <summary>A text in which each <c>*</c> stands for any characters, or none.</summary>
public sealed class Pattern(string text)
{
    private const char Any = '*';

    public static Pattern Everything { get; } = new("*");

    public string Text => text;

    /// <summary>True where it can match one text only: itself.</summary>
    public bool IsLiteral { get; } = !text.Contains(Any, StringComparison.Ordinal);

    /// <summary>Compares characters as they are, in time bounded by the product of both lengths.</summary>
    public bool Matches(string other)
    {
        var (at, pattern) = (0, 0);
        var (star, resume) = (-1, 0);
        while (at < other.Length)
        {
            if (pattern < text.Length && text[pattern] == Any)
            {
                (star, resume) = (pattern++, at);
            }
            else if (pattern < text.Length && text[pattern] == other[at])
            {
                (at, pattern) = (at + 1, pattern + 1);
            }
            else if (star >= 0)
            {
                (at, pattern) = (++resume, star + 1);
            }
            else
            {
                return false;
            }
        }

        return text.AsSpan(pattern).TrimStart(Any).IsEmpty;
    }

    public override string ToString() => text;
}
