using System.Text;
using System.Text.Json;

namespace Roster.Cli.Output;

/// <summary>A value as text.</summary>
internal static class Cell
{
    /// <summary>In full, for programs.</summary>
    public static string Exact(object? value) => value switch
    {
        null => "",
        string text => text,
        bool truth => truth ? "true" : "false",
        DateTimeOffset time => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'"),
        IEnumerable<string> many => string.Join(' ', many),
        JsonElement json => json.GetRawText(),
        IFormattable number => number.ToString(null, null),
        _ => throw new ArgumentException($"A {value.GetType()} has no text.", nameof(value)),
    };

    /// <summary>On one line, for people: times to the second, and nothing that a terminal would obey.</summary>
    public static string Readable(object? value) => OneLine(value switch
    {
        DateTimeOffset time => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'"),
        IEnumerable<string> many => string.Join(", ", many),
        _ => Exact(value),
    });

    /// <summary>Control characters and what turns the writing around are shown by their numbers.</summary>
    public static string OneLine(string text)
    {
        if (!text.Any(IsUnsafe))
        {
            return text;
        }

        var safe = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            _ = IsUnsafe(c) ? safe.Append($"\\u{(int)c:x4}") : safe.Append(c);
        }

        return safe.ToString();
    }

    private static bool IsUnsafe(char c) => char.IsControl(c) || c is (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069') or '\u2028' or '\u2029';
}
