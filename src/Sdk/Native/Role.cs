namespace Roster.Sdk.Native;

/// <summary>A role that can be given.</summary>
public sealed record Role : Resource
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
