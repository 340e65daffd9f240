using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Roster.Core.Documents;

namespace Roster.Tests.Core.Documents;

public sealed class PatternTests
{
    [Theory]
    [InlineData("*", "", true)]
    [InlineData("*", "anything at all", true)]
    [InlineData("org-team*", "org-team", true)]
    [InlineData("org-team*", "org-team7", true)]
    [InlineData("org-team*", "org-tea", false)]
    [InlineData("*@example.com", "ada@example.com", true)]
    [InlineData("*@example.com", "ada@example.com.example.net", false)]
    [InlineData("a*b*c", "a-b-b-c", true)]
    [InlineData("a*b*c", "a-c-b", false)]
    [InlineData("ada", "ada", true)]
    [InlineData("ada", "Ada", false)]
    [InlineData("", "", true)]
    [InlineData("", "a", false)]
    [InlineData("a?c", "abc", false)]
    [InlineData("[a]", "a", false)]
    public void A_star_stands_for_anything_and_nothing_else_does(string pattern, string text, bool matches) =>
        new Pattern(pattern).Matches(text).ShouldBe(matches);

    [Fact]
    public void It_matches_what_a_regular_expression_of_the_same_meaning_matches() => Prop.ForAll(
            Of("ab*").ToArbitrary(),
            Of("ab").ToArbitrary(),
            (pattern, text) => new Pattern(pattern).Matches(text)
                == Regex.IsMatch(text, $"\\A{Regex.Escape(pattern).Replace("\\*", ".*")}\\z", RegexOptions.None, TimeSpan.FromMinutes(1)))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Fact]
    public void Many_stars_take_no_time_to_speak_of()
    {
        var pattern = new Pattern(string.Concat(Enumerable.Repeat("a*", 150)) + "b");

        pattern.Matches(new string('a', 320)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("ada@example.com", true)]
    [InlineData("*", false)]
    public void One_without_a_star_can_be_looked_up(string pattern, bool isLiteral) => new Pattern(pattern).IsLiteral.ShouldBe(isLiteral);

    private static Gen<string> Of(string letters) =>
        Gen.Elements(letters.ToCharArray()).ListOf(9).Select(some => new string([.. some]).TrimEnd('b'));
}
