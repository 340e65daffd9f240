using Roster.Core.Values;

namespace Roster.Tests.Core.Values;

public sealed class IdFormTests
{
    [Theory]
    [InlineData("a", true)]
    [InlineData("Az09_-", true)]
    [InlineData("", false)]
    [InlineData("a b", false)]
    [InlineData("a.b", false)]
    [InlineData("é", false)]
    [InlineData("a\n", false)]
    public void An_id_is_letters_digits_and_two_signs(string id, bool valid) => IdForm.IsId(id).ShouldBe(valid);

    [Theory]
    [InlineData(128, true)]
    [InlineData(129, false)]
    public void An_id_has_at_most_128_characters(int length, bool valid) => IdForm.IsId(new string('a', length)).ShouldBe(valid);

    [Theory]
    [InlineData("org-1", true)]
    [InlineData("org-aZ9", true)]
    [InlineData("org-", false)]
    [InlineData("org-a_b", false)]
    [InlineData("ORG-1", false)]
    [InlineData("user-1", false)]
    public void Organizations_and_accounts_share_one_form(string id, bool valid) => IdForm.IsOrganizationId(id).ShouldBe(valid);
}
