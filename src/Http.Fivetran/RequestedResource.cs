namespace Roster.Http.Fivetran;

/// <summary>What a request is about, as far as the codes and texts of a refusal depend on it.</summary>
/// <param name="Permission">The family of permissions that a refusal names.</param>
/// <param name="Connection">What a connection is called there: the older paths say connector.</param>
internal readonly record struct RequestedResource(string Permission, string Connection)
{
    public static RequestedResource Of(Exchange exchange)
    {
        var pattern = exchange.Pattern();
        return new(PermissionOf(pattern), (Place.Of(pattern) == Place.Connectors ? Place.Connectors : Place.Connections).Noun);
    }

    private static string PermissionOf(string pattern) => pattern.Split('/', 4) switch
    {
        [_, _, "users", ..] => "USER",
        [_, _, "teams", ..] => "TEAM",
        [_, _, "groups", ..] => "DESTINATION",
        [_, _, "connectors" or "connections", ..] => "CONNECTOR",
        [_, _, "roles", ..] => "ROLES",
        _ => "ACCOUNT",
    };
}
