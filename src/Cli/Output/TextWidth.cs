using System.Globalization;
using System.Text;

namespace Roster.Cli.Output;

/// <summary>How many places a text takes on a terminal.</summary>
internal static class TextWidth
{
    // What East Asian fonts draw twice as wide, and pictures.
    private static readonly (int First, int Last)[] Wide =
    [
        (0x1100, 0x115f), (0x2e80, 0x303e), (0x3041, 0x33ff), (0x3400, 0x4dbf), (0x4e00, 0x9fff), (0xa000, 0xa4cf), (0xac00, 0xd7a3),
        (0xf900, 0xfaff), (0xfe30, 0xfe6f), (0xff00, 0xff60), (0xffe0, 0xffe6), (0x1f300, 0x1f64f), (0x1f900, 0x1f9ff), (0x20000, 0x3fffd),
    ];

    public static int Of(string text) => Ascii.IsValid(text) ? text.Length : text.EnumerateRunes().Sum(Of);

    public static string Pad(string text, int width) => text + new string(' ', Math.Max(0, width - Of(text)));

    private static int Of(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format ? 0
        : Wide.Any(range => rune.Value >= range.First && rune.Value <= range.Last) ? 2
        : 1;
}
