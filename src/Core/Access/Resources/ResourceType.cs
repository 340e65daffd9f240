using Roster.Core.Scopes;
using Roster.Core.Values;

namespace Roster.Core.Access.Resources;

/// <summary>Which ids a type of resource has. The numbers are stored.</summary>
public enum ResourceIds
{
    /// <summary>Those that are registered; another id is no resource.</summary>
    Registered = 1,

    /// <summary>Any; one that is not registered is at the type's home.</summary>
    Any = 2,
}

/// <summary>A type of resource that the account has defined, besides the kinds of scope.</summary>
/// <param name="Home">Where its resources are, unless they say otherwise.</param>
public sealed record ResourceType(
    string Name, ResourceIds Ids, ScopeId Home, long Number, Instant CreatedAt, long ChangedIn, Instant ChangedAt)
{
    /// <summary>The kind of scope that a type of resource is by itself; null where it is none.</summary>
    public static ScopeKind? BuiltIn(string name) => name switch
    {
        "account" => ScopeKind.Account,
        "organization" => ScopeKind.Organization,
        "group" => ScopeKind.Group,
        "connector" => ScopeKind.Connector,
        _ => null,
    };
}
