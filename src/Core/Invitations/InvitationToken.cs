using Roster.Core.Values;

namespace Roster.Core.Invitations;

/// <summary>What the invited person holds: <c>account.invitation.secret</c>. It arrives alone, so it names its account.</summary>
public sealed record InvitationToken(AccountId Account, InvitationId Invitation, string Secret)
{
    /// <summary>Null for what cannot be a token.</summary>
    public static InvitationToken? Parse(string text)
    {
        var parts = text.Length <= 512 ? text.Split('.') : [];
        return parts.Length == 3 && IdForm.IsId(parts[0]) && IdForm.IsId(parts[1]) && IdForm.IsId(parts[2])
            ? new(new(parts[0]), new(parts[1]), parts[2])
            : null;
    }

    public override string ToString() => $"{Account}.{Invitation}.{Secret}";
}
