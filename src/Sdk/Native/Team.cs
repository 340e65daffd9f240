namespace Roster.Sdk.Native;

/// <summary>A named set of users, which is a member like a user: who sits in it has what it holds.</summary>
public sealed record Team : Versioned
{
    public string Id { get; init => field = value ?? ""; } = "";

    public string Name { get; init => field = value ?? ""; } = "";

    public string? Description { get; init; }

    /// <summary>Its role in the account; null for none.</summary>
    public string? Role { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ChangedAt { get; init; }
}

/// <summary>A team to be made, with nobody in it.</summary>
public sealed record NewTeam(string Name)
{
    public string? Description { get; init; }

    /// <summary>An id of one's own.</summary>
    public string? Id { get; init; }
}

/// <summary>What is to become of a team. What is not set stays as it is; null takes a value away.</summary>
public sealed record TeamChange
{
    public Change<string> Name { get; init; }

    public Change<string?> Description { get; init; }
}
