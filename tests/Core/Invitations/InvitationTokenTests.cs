using Roster.Core.Invitations;
using Roster.Core.Values;

namespace Roster.Tests.Core.Invitations;

public sealed class InvitationTokenTests
{
    [Fact]
    public void A_token_is_read_back()
    {
        var token = new InvitationToken(new("org-1"), new("invitation-1"), new string('s', 53));

        InvitationToken.Parse(token.ToString()).ShouldBe(token);
    }

    [Theory]
    [InlineData("")]
    [InlineData("org-1.invitation-1")]
    [InlineData("org-1.invitation-1.secret.more")]
    [InlineData("org-1..secret")]
    [InlineData("org-1.invitation-1.sec ret")]
    [InlineData("org-1.invitation-1.secret\n")]
    public void What_cannot_be_a_token_is_none(string text) => InvitationToken.Parse(text).ShouldBeNull();

    [Fact]
    public void A_part_longer_than_any_id_is_refused() =>
        InvitationToken.Parse($"org-1.invitation-1.{new string('s', 129)}").ShouldBeNull();

    [Theory]
    [InlineData(9, null, true)]
    [InlineData(10, null, false)]
    [InlineData(9, 5L, false)]
    public void An_invitation_is_open_before_its_end_and_while_nothing_ended_it(long now, long? ended, bool open)
    {
        var invitation = new Invitation(
            new("invitation-1"), new("user-1"), "ana@example.com", default, default, new Instant(10), ended is { } at ? new Instant(at) : null);

        invitation.IsOpenAt(new Instant(now)).ShouldBe(open);
    }
}
