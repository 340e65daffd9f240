using System.Text;
using Roster.Core.Users;

namespace Roster.Core.Values;

/// <summary>
/// By what an index finds a text: its beginning, folded where the text is not exact. It finds more than is looked for, never less, and
/// decides nothing: who asks compares the whole.
/// </summary>
public static class SearchKey
{
    /// <summary>Few enough characters for any engine's index, whatever their bytes.</summary>
    public const int Length = 200;

    /// <summary>Null where there is nothing to find.</summary>
    public static string? Of(string? text) => string.IsNullOrEmpty(text) ? null : UserName.FoldOf(Exact(text));

    public static string Exact(string text)
    {
        if (text.Length <= Length)
        {
            return text;
        }

        var end = 0;
        foreach (var rune in text.EnumerateRunes().Take(Length))
        {
            end += rune.Utf16SequenceLength;
        }

        return text[..end];
    }

    /// <summary>The first text that is greater by bytes than all that begin like this one.</summary>
    public static string After(string beginning)
    {
        var runes = beginning.EnumerateRunes().ToList();
        var last = runes.FindLastIndex(rune => rune.Value < 0x10FFFF);
        if (last < 0)
        {
            return "\U0010FFFF\U0010FFFF\U0010FFFF";
        }

        var next = runes[last].Value + 1;
        var end = new StringBuilder();
        foreach (var rune in runes.Take(last))
        {
            end.Append(rune);
        }

        return end.Append(new Rune(next is >= 0xD800 and < 0xE000 ? 0xE000 : next)).ToString();
    }
}
