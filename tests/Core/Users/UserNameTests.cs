using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Roster.Core.Outcomes;
using Roster.Core.Users;

namespace Roster.Tests.Core.Users;

public sealed class UserNameTests
{
    /// <summary>Letters that case mappings are known to go wrong with, beside plain ones.</summary>
    private static Arbitrary<string> Letters => Gen.OneOf(
            Gen.Choose(0x20, 0x7E),
            Gen.Choose(0xA0, 0xD7FF),
            Gen.Choose(0x10000, 0x1FFFF),
            Gen.Elements(0x212A, 0x130, 0x131, 0x1E9E, 0xDF, 0x3A3, 0x3C2, 0x10400))
        .Select(point => new Rune(point).ToString())
        .ListOf()
        .Select(string.Concat)
        .ToArbitrary();

    [Theory]
    [InlineData("Ana@Acme.AI", "ana@acme.ai")]
    [InlineData("ÅSA@example.com", "åsa@example.com")]
    [InlineData("\u212Aim@example.com", "\u212Aim@example.com")]
    [InlineData("\u0130da@example.com", "\u0130da@example.com")]
    [InlineData("\u0131da@example.com", "\u0131da@example.com")]
    [InlineData("STRASSE@example.com", "strasse@example.com")]
    [InlineData("STRA\u1E9EE@example.com", "stra\u00DFe@example.com")]
    [InlineData("\U00010400@example.com", "\U00010428@example.com")]
    public void The_fold_is_each_code_points_lower_case(string given, string fold) => UserName.FoldOf(given).ShouldBe(fold);

    [Fact]
    public void A_fold_is_its_own_fold() =>
        Prop.ForAll(Letters, text => UserName.FoldOf(UserName.FoldOf(text)) == UserName.FoldOf(text)).QuickCheckThrowOnFailure();

    [Fact]
    public void No_look_alike_folds_to_ASCII() => Prop.ForAll(
            Letters,
            text => text.EnumerateRunes()
                .Zip(UserName.FoldOf(text).EnumerateRunes())
                .All(pair => pair.First.IsAscii == pair.Second.IsAscii))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Case_alone_never_makes_another_ASCII_name() => Prop.ForAll(
            Gen.Choose(0x20, 0x7E).Select(c => (char)c).ListOf().Select(list => new string([.. list])).ToArbitrary(),
            text => UserName.FoldOf(text) == UserName.FoldOf(text.ToUpperInvariant()))
        .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("a")]
    [InlineData("no address")]
    [InlineData("Ana@Acme.ai")]
    [InlineData("🙂")]
    public void A_name_is_kept_as_given(string text) => UserName.Parse(text, "userName").Value.Given.ShouldBe(text);

    [Fact]
    public void A_name_has_no_blank_ends_and_nothing_invisible()
    {
        foreach (var text in new[] { "", " a", "a ", "a\u00A0", "a\r\nb", "a\0b", "a\uD83D" })
        {
            UserName.Parse(text, "userName").Failed(out var fault).ShouldBeTrue();

            fault!.Kind.ShouldBe(FaultKind.InvalidValue);
            fault.Field.ShouldBe("userName");
        }
    }

    [Theory]
    [InlineData("x", 320, true)]
    [InlineData("x", 321, false)]
    [InlineData("🙂", 320, true)]
    [InlineData("🙂", 321, false)]
    public void A_name_has_at_most_320_characters(string character, int count, bool valid) =>
        UserName.Parse(string.Concat(Enumerable.Repeat(character, count)), "userName").Failed(out _).ShouldBe(!valid);

    [Theory]
    [InlineData("a@b", true)]
    [InlineData("a@b@c", true)]
    [InlineData("a", false)]
    [InlineData("@b", false)]
    [InlineData("a@", false)]
    [InlineData("a@b@", false)]
    [InlineData(" a@b", false)]
    public void An_address_has_text_on_both_sides_of_an_at_sign(string text, bool valid) =>
        UserName.ParseEmail(text, "email").Failed(out _).ShouldBe(!valid);
}
