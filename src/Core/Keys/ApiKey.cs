using Roster.Core.Roles;
using Roster.Core.Values;

namespace Roster.Core.Keys;

/// <summary>One API key; its secret is kept as a SHA-256 only.</summary>
/// <param name="SecretHash">SHA-256 of the 53-character secret: with 315 bits of entropy one hash is enough.</param>
/// <param name="Level">How high a role it may give: meaningful without an owner, an upper bound with one.</param>
/// <param name="Owner">The key dies with this user, and counts only as far as this user's level.</param>
/// <param name="Labels">WhyLabs' scope names, kept and shown.</param>
/// <param name="RevokedAt">When it ended, or is to end after a rotation's overlap.</param>
public sealed record ApiKey(
    KeyId Id,
    long Number,
    ReadOnlyMemory<byte> SecretHash,
    string Name,
    Grants Grants,
    Level Level,
    UserId? Owner,
    IReadOnlyList<string> Labels,
    Instant? ExpiresAt,
    Instant? RevokedAt,
    string CreatedBy,
    Instant CreatedAt,
    Instant? LastUsedAt)
{
    /// <summary>The earlier of its expiry and its revocation; null for never.</summary>
    public Instant? EndsAt =>
        ExpiresAt is { } expiry && RevokedAt is { } revoked && expiry < revoked ? expiry : RevokedAt ?? ExpiresAt;

    public bool IsValidAt(Instant now) => EndsAt is not { } end || now < end;
}
