namespace Roster.Sdk.Native;

/// <summary>A managed organization.</summary>
public sealed record Organization : Versioned
{
    public string Id { get; init => field = value ?? ""; } = "";

    public string Name { get; init => field = value ?? ""; } = "";

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ChangedAt { get; init; }
}

/// <summary>A group; Fivetran calls it a destination.</summary>
public sealed record Group : Versioned
{
    public string Id { get; init => field = value ?? ""; } = "";

    public string Name { get; init => field = value ?? ""; } = "";

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ChangedAt { get; init; }
}

/// <summary>A connector of a group; Fivetran calls it a connection.</summary>
public sealed record Connector : Versioned
{
    public string Id { get; init => field = value ?? ""; } = "";

    public string GroupId { get; init => field = value ?? ""; } = "";

    public string Service { get; init => field = value ?? ""; } = "";

    public string Name { get; init => field = value ?? ""; } = "";

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ChangedAt { get; init; }
}

/// <summary>An organization, group or connector to be made.</summary>
internal sealed record NewScope(string Name, string? GroupId, string? Service, string? Id);

/// <summary>Another name.</summary>
internal sealed record Renaming(string Name);
