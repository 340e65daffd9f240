using System.Text.Json.Serialization;
using Roster.Sdk.Wire;

namespace Roster.Sdk.Fivetran;

/// <summary>A role, standard or custom.</summary>
public sealed record Role : Resource
{
    public string Name { get; init => field = value ?? ""; } = "";

    public string? Description { get; init; }

    public IReadOnlyList<RoleScope> Scope { get; init => field = value ?? []; } = [];

    public bool? IsCustom { get; init; }

    public bool? IsDeprecated { get; init; }

    /// <summary>For a deprecated name, the present one.</summary>
    public string? ReplacementRoleName { get; init; }
}

/// <summary>Where a role can be given.</summary>
[JsonConverter(typeof(OpenNameConverter<RoleScope>))]
public readonly record struct RoleScope(string Value) : IOpenName<RoleScope>
{
    public static RoleScope Account => new("ACCOUNT");

    /// <summary>A group.</summary>
    public static RoleScope Destination => new("DESTINATION");

    /// <summary>A connection.</summary>
    public static RoleScope Connector => new("CONNECTOR");

    public static RoleScope Team => new("TEAM");

    public override string ToString() => Value;

    static RoleScope IOpenName<RoleScope>.Of(string value) => new(value);
}
