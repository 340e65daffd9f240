namespace Roster.Sdk.WhyLabs;

/// <summary>A user of the account. Null is what the server leaves out, too.</summary>
public sealed record AccountUser : Resource
{
    public string UserId { get; init => field = value ?? ""; } = "";

    /// <summary>The account's organization.</summary>
    public string OrgId { get; init => field = value ?? ""; } = "";

    /// <summary>In lower case.</summary>
    public string Email { get; init => field = value ?? ""; } = "";

    /// <summary>The provisioner's id.</summary>
    public string? ExternalId { get; init; }

    /// <summary>Whatever the provisioner wants to keep.</summary>
    public string? UserSchema { get; init; }

    public bool? Active { get; init; }
}

/// <summary>A user to be made. What is not set is left out.</summary>
public sealed record NewAccountUser(string Email)
{
    public Change<string?> ExternalId { get; init; }

    public Change<string?> UserSchema { get; init; }

    public Change<bool?> Active { get; init; }
}

/// <summary>
/// All that is to be known about a user beside the address. What is not set is left out, which the service takes as null: an id or a schema that is to
/// stay has to be said again, and who is not said to be inactive becomes active.
/// </summary>
public sealed record AccountUserUpdate
{
    public Change<string?> ExternalId { get; init; }

    public Change<string?> UserSchema { get; init; }

    /// <summary>False ends all memberships, and nothing brings them back.</summary>
    public Change<bool?> Active { get; init; }
}
