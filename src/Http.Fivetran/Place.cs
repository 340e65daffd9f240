using Microsoft.AspNetCore.Http;
using Roster.Core.Scopes;

namespace Roster.Http.Fivetran;

/// <summary>Where a membership can be, as a path names it. Connectors are the older name of connections: the same ids, other texts.</summary>
/// <param name="Segment">In paths.</param>
/// <param name="Noun">In texts and codes.</param>
/// <param name="Parameter">Of the routes that name one.</param>
internal sealed record Place(ScopeKind Kind, string Segment, string Noun, string Parameter)
{
    public static readonly Place Groups = new(ScopeKind.Group, "groups", "Group", "groupId");
    public static readonly Place Connectors = new(ScopeKind.Connector, "connectors", "Connector", "connectorId");
    public static readonly Place Connections = new(ScopeKind.Connector, "connections", "Connection", "connectionId");

    /// <summary>The innermost place that a route's pattern names.</summary>
    public static Place? Of(string pattern) =>
        pattern.Contains("/connectors", StringComparison.Ordinal) ? Connectors
        : pattern.Contains("/connections", StringComparison.Ordinal) ? Connections
        : pattern.Contains("/groups", StringComparison.Ordinal) ? Groups
        : null;

    /// <summary>In texts that say the same under both names.</summary>
    public string CurrentNoun => Kind == ScopeKind.Group ? "group" : "connection";

    public ScopeId Scope(string id) => new(Kind, id);

    /// <summary>The scope whose id the request's path gives.</summary>
    public ScopeId ScopeOf(Exchange exchange) => Scope(exchange.Path(Parameter));
}

internal static class RoutedExchange
{
    /// <summary>The pattern of the route that answers; empty where none does.</summary>
    public static string Pattern(this Exchange exchange) =>
        exchange.Context.GetEndpoint()?.Metadata.GetMetadata<Route>()?.Pattern ?? "";
}
