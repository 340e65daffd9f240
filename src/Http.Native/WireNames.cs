using System.Diagnostics;
using Roster.Core.Changes;
using Roster.Core.Roles;
using Roster.Core.Scopes;

namespace Roster.Http.Native;

/// <summary>What the wire calls the core's kinds.</summary>
internal static class WireNames
{
    public static string WireName(this ScopeKind kind) => kind switch
    {
        ScopeKind.Account => "account",
        ScopeKind.Organization => "organization",
        ScopeKind.Group => "group",
        ScopeKind.Connector => "connector",
        ScopeKind.Team => "team",
        _ => throw new UnreachableException(kind.ToString()),
    };

    public static string WireName(this Level level) => level switch
    {
        Level.Admin => "admin",
        Level.Member => "member",
        Level.Viewer => "viewer",
        Level.None => "none",
        _ => throw new UnreachableException(level.ToString()),
    };

    public static string WireName(this Door door) => door switch
    {
        Door.Server => "server",
        Door.Native => "native",
        Door.Fivetran => "fivetran",
        Door.WhyLabs => "whylabs",
        Door.Scim => "scim",
        Door.AuthZen => "authzen",
        _ => throw new UnreachableException(door.ToString()),
    };

    /// <summary>A kind of scope where one can be a member, or null.</summary>
    public static ScopeKind? ScopeKindOf(string name) => name switch
    {
        "account" => ScopeKind.Account,
        "organization" => ScopeKind.Organization,
        "group" => ScopeKind.Group,
        "connector" => ScopeKind.Connector,
        "team" => ScopeKind.Team,
        _ => null,
    };

    /// <summary>A level that a key can have, or null.</summary>
    public static Level? LevelOf(string name) => name switch
    {
        "admin" => Level.Admin,
        "member" => Level.Member,
        "viewer" => Level.Viewer,
        _ => null,
    };
}
