using Roster.Core.Values;

namespace Roster.Core.Invitations;

/// <summary>A single-use, expiring proof of one address. A user has at most one that is open.</summary>
/// <param name="Fold">The address it is bound to, folded.</param>
/// <param name="EndedAt">Accepted, revoked, replaced or voided then.</param>
public sealed record Invitation(
    InvitationId Id,
    UserId User,
    string Fold,
    ReadOnlyMemory<byte> SecretHash,
    Instant CreatedAt,
    Instant ExpiresAt,
    Instant? EndedAt)
{
    public bool IsOpenAt(Instant now) => EndedAt is null && now < ExpiresAt;
}
