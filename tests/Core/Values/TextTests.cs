using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Roster.Core.Values;

namespace Roster.Tests.Core.Values;

public sealed class TextTests
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    [Fact]
    public void A_text_is_storable_where_it_is_UTF_8_without_a_zero() =>
        Prop.ForAll(Strange, text => Text.IsStorable(text) == (!text.Contains('\0') && IsUtf8(text))).QuickCheckThrowOnFailure();

    // In code rather than in attributes, which cannot hold half of a pair.
    [Fact]
    public void Zeros_and_halves_of_pairs_are_not_storable()
    {
        foreach (var text in new[] { "", "Zoë 🙂" })
        {
            Text.IsStorable(text).ShouldBeTrue();
        }

        foreach (var text in new[] { "a\0b", "half \uD83D", "\uDE42 half", "\uDE42\uD83D" })
        {
            Text.IsStorable(text).ShouldBeFalse();
        }
    }

    [Theory]
    [InlineData("plain", false)]
    [InlineData("line\r\n", true)]
    [InlineData("\u0085", true)]
    [InlineData("\u2028", false)]
    public void Control_characters_are_those_of_Unicode(string text, bool has) => Text.HasControl(text).ShouldBe(has);

    private static Arbitrary<string> Strange => Gen.Elements('a', 'é', '\0', '\uD83D', '\uDE42', '\uFFFD')
        .ListOf()
        .Select(characters => new string([.. characters]))
        .ToArbitrary();

    private static bool IsUtf8(string text)
    {
        try
        {
            Strict.GetByteCount(text);
            return true;
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }
}
