namespace Roster.Sdk.Native;

/// <summary>
/// The wanted state of an account, or of a part of it: what a document states can be kept under version control, and made true by a plan.
/// What is null is left out of a document that is sent. One that was asked for has the account's <see cref="Versioned.ETag"/>.
/// </summary>
public sealed record Document : Versioned
{
    /// <summary>The format; this version writes 1.</summary>
    public int Roster { get; init; } = 1;

    /// <summary>The account that it is for: another's is refused.</summary>
    public string? Account { get; init; }

    /// <summary>What is removed when the document doesn't name it. Null for everything in the account, an empty one for nothing.</summary>
    public Managed? Manages { get; init; }

    /// <summary>Those of the account's own.</summary>
    public IReadOnlyList<WantedRole>? Roles { get; init; }

    public IReadOnlyList<WantedUser>? Users { get; init; }

    public IReadOnlyList<WantedTeam>? Teams { get; init; }

    public IReadOnlyList<WantedScope>? Organizations { get; init; }

    public IReadOnlyList<WantedScope>? Groups { get; init; }

    public IReadOnlyList<WantedConnector>? Connectors { get; init; }

    public IReadOnlyList<WantedMembership>? Memberships { get; init; }
}

/// <summary>What a document speaks of wholly. Patterns are of user names or ids, with <c>*</c> for any characters.</summary>
public sealed record Managed : Resource
{
    /// <summary>The memberships in the account itself.</summary>
    public bool? Account { get; init; }

    public IReadOnlyList<string>? Users { get; init; }

    public IReadOnlyList<string>? Organizations { get; init; }

    public IReadOnlyList<string>? Groups { get; init; }

    public IReadOnlyList<string>? Connectors { get; init; }

    public IReadOnlyList<string>? Teams { get; init; }

    /// <summary>By name.</summary>
    public IReadOnlyList<string>? Roles { get; init; }
}

/// <summary>A role of the account's own. What is null stays as it is.</summary>
public sealed record WantedRole : Resource
{
    public string Name { get; init => field = value ?? ""; } = "";

    public string? Description { get; init; }

    public IReadOnlyList<ScopeKind>? Kinds { get; init; }

    public Level? Level { get; init; }

    public IReadOnlyList<Permission>? Permissions { get; init; }
}

/// <summary>A user of a document: found by id where it has one, else by name. What is not set stays as it is.</summary>
public sealed record WantedUser : Resource
{
    public string UserName { get; init => field = value ?? ""; } = "";

    public string? Id { get; init; }

    public Change<string?> GivenName { get; init; }

    public Change<string?> FamilyName { get; init; }

    public Change<string?> DisplayName { get; init; }

    public Change<string?> Phone { get; init; }

    public Change<string?> Picture { get; init; }

    public Change<string?> ExternalId { get; init; }

    public Change<string?> UserSchema { get; init; }

    public Change<bool> Active { get; init; }
}

/// <summary>A team of a document.</summary>
public sealed record WantedTeam : Resource
{
    public string Id { get; init => field = value ?? ""; } = "";

    public string? Name { get; init; }

    public Change<string?> Description { get; init; }
}

/// <summary>An organization or group of a document.</summary>
public sealed record WantedScope : Resource
{
    public string Id { get; init => field = value ?? ""; } = "";

    public string? Name { get; init; }
}

/// <summary>A connector of a document.</summary>
public sealed record WantedConnector : Resource
{
    public string Id { get; init => field = value ?? ""; } = "";

    /// <summary>The id of its group.</summary>
    public string? Group { get; init; }

    public string? Service { get; init; }

    public string? Name { get; init; }
}

/// <summary>A membership of a document.</summary>
public sealed record WantedMembership : Resource
{
    /// <summary>The user's name; null where a team is the member.</summary>
    public string? User { get; init; }

    /// <summary>The team's id; null where a user is the member.</summary>
    public string? Team { get; init; }

    /// <summary><c>account</c>, or a place as <see cref="Place"/> writes it.</summary>
    public string In { get; init => field = value ?? ""; } = "";

    public string Role { get; init => field = value ?? ""; } = "";

    public Change<DateTimeOffset?> ExpiresAt { get; init; }
}

/// <summary>How a document is written.</summary>
public enum DocumentFormat
{
    Json,
    Yaml,
}
