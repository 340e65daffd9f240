using System.Buffers;
using System.Globalization;
using System.Text;

namespace Roster.Http.Native.Documents;

/// <summary>Writes a text so that every reader of YAML, of whichever version, finds that text: plain where nothing else could be meant, else quoted.</summary>
internal static class YamlText
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private static readonly SearchValues<char> First = SearchValues.Create(Letters);

    private static readonly SearchValues<char> Plain = SearchValues.Create(Letters + "0123456789 _-.@/+");

    /// <summary>What some reader takes for something else than a text, in lower case.</summary>
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase) { "null", "true", "false", "yes", "no", "on", "off", "y", "n" };

    public static string Of(string text) => IsPlain(text) ? text : Quoted(text);

    private static bool IsPlain(string text) =>
        text.Length > 0
        && First.Contains(text[0])
        && text[^1] != ' '
        && !text.AsSpan().ContainsAnyExcept(Plain)
        && !Words.Contains(text);

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
        {
            if (c is '"' or '\\')
            {
                quoted.Append('\\').Append(c);
            }
            else if (char.IsControl(c) || c is '\u00A0' or '\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF')
            {
                quoted.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            }
            else
            {
                quoted.Append(c);
            }
        }

        return quoted.Append('"').ToString();
    }
}
