using Roster.Core.Values;

namespace Roster.Core.Users;

/// <summary>A person known to the account by a user name.</summary>
public sealed record User
{
    public required UserId Id { get; init; }

    /// <summary>The revision that created or revived the user: unique in the account, ascending in creation order.</summary>
    public required long Number { get; init; }

    /// <summary>Who it is, as given. WhyLabs shows <see cref="UserName.Fold"/> instead.</summary>
    public required UserName Name { get; init; }

    public string? GivenName { get; init; }

    public string? FamilyName { get; init; }

    public string? Phone { get; init; }

    /// <summary>An http(s) URL or a data URI.</summary>
    public string? Picture { get; init; }

    /// <summary>The provisioner's id: opaque, not unique.</summary>
    public string? ExternalId { get; init; }

    /// <summary>WhyLabs' opaque text, never parsed.</summary>
    public string? UserSchema { get; init; }

    /// <summary>What to call them, where somebody has said so.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The text of a <see cref="UserProfile"/>; null where no door has made one.</summary>
    public string? Profile { get; init; }

    public required bool Active { get; init; }

    /// <summary>Invited and not yet accepted.</summary>
    public required bool Pending { get; init; }

    /// <summary>Accepted an invitation, so that the mailbox is proved.</summary>
    public required bool Verified { get; init; }

    public required Instant CreatedAt { get; init; }

    /// <summary>The revision of the latest change; continues when a deleted user is revived.</summary>
    public required long ChangedIn { get; init; }

    public required Instant ChangedAt { get; init; }
}
