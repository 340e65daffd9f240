namespace Roster.Sdk.Native;

/// <summary>A role that can be given.</summary>
public sealed record Role : Versioned
{
    public string Name { get; init => field = value ?? ""; } = "";

    public string Description { get; init => field = value ?? ""; } = "";

    /// <summary>The kinds of places where it can be given.</summary>
    public IReadOnlyList<ScopeKind> Kinds { get; init => field = value ?? []; } = [];

    public Level Level { get; init; }

    public IReadOnlyList<Permission> Permissions { get; init => field = value ?? []; } = [];

    /// <summary>Whether it reaches into the groups of the account.</summary>
    public bool Cascades { get; init; }

    public bool IsCustom { get; init; }

    /// <summary>For a deprecated name, the present one.</summary>
    public string? ReplacedBy { get; init; }
}

/// <summary>A role of the account's own.</summary>
public sealed record NewRole(string Name, Level Level, IReadOnlyList<ScopeKind> Kinds)
{
    public string? Description { get; init; }

    /// <summary>Names of one's own, for what an application asks about.</summary>
    public IReadOnlyList<Permission>? Permissions { get; init; }
}

/// <summary>What is to become of a role. What is not set, or null, stays as it is.</summary>
public sealed record RoleChange
{
    public string? Description { get; init; }

    public Level? Level { get; init; }

    public IReadOnlyList<ScopeKind>? Kinds { get; init; }

    public IReadOnlyList<Permission>? Permissions { get; init; }
}
