namespace Roster.Sdk.Native;

/// <summary>A person known to the account.</summary>
public sealed record User : Versioned
{
    public string Id { get; init => field = value ?? ""; } = "";

    /// <summary>As it was given; unique in the account without regard to case.</summary>
    public string UserName { get; init => field = value ?? ""; } = "";

    public string? GivenName { get; init; }

    public string? FamilyName { get; init; }

    /// <summary>What the user is called where both names are not what they go by.</summary>
    public string? DisplayName { get; init; }

    public string? Phone { get; init; }

    public string? Picture { get; init; }

    public string? ExternalId { get; init; }

    public string? UserSchema { get; init; }

    public bool Active { get; init; }

    /// <summary>Invited, and has not accepted yet.</summary>
    public bool Pending { get; init; }

    public bool Verified { get; init; }

    /// <summary>The role in the account; null for none.</summary>
    public string? Role { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ChangedAt { get; init; }
}

/// <summary>A user to be made. What is null is left out.</summary>
public sealed record NewUser(string UserName)
{
    /// <summary>An id of one's own.</summary>
    public string? Id { get; init; }

    public string? GivenName { get; init; }

    public string? FamilyName { get; init; }

    /// <summary>What the user is called where both names are not what they go by.</summary>
    public string? DisplayName { get; init; }

    public string? Phone { get; init; }

    public string? Picture { get; init; }

    public string? ExternalId { get; init; }

    public string? UserSchema { get; init; }

    /// <summary>True unless it says so.</summary>
    public bool? Active { get; init; }

    /// <summary>Whether the user is to accept an invitation.</summary>
    public bool? Invite { get; init; }

    /// <summary>A role in the account to begin with.</summary>
    public string? Role { get; init; }
}

/// <summary>What is to become of a user. What is not set stays as it is; null takes a value away.</summary>
public sealed record UserChange
{
    public Change<string> UserName { get; init; }

    public Change<string?> GivenName { get; init; }

    public Change<string?> FamilyName { get; init; }

    public Change<string?> DisplayName { get; init; }

    public Change<string?> Phone { get; init; }

    public Change<string?> Picture { get; init; }

    public Change<string?> ExternalId { get; init; }

    public Change<string?> UserSchema { get; init; }

    /// <summary>Deactivation ends the user's memberships, keys and invitations; activation brings none of them back.</summary>
    public Change<bool> Active { get; init; }
}
