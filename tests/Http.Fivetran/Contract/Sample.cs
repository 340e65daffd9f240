namespace Roster.Tests.Http.Fivetran.Contract;

/// <summary>A request of each operation that succeeds in the world.</summary>
internal static class Sample
{
    /// <summary>Ids of the world for a pattern's parameters.</summary>
    public static string Path(string pattern) => pattern
        .Replace("{teamId}", pattern.StartsWith("POST", StringComparison.Ordinal) ? "day_crew" : "night_crew")
        .Replace("{userId}", pattern.StartsWith("POST /v1/users/", StringComparison.Ordinal) ? "mary" : "grace")
        .Replace("{groupId}", pattern.StartsWith("DELETE /v1/groups/{groupId}", StringComparison.Ordinal) && !pattern.Contains("users") ? "still_lake" : "calm_valley")
        .Replace("{connectorId}", "brisk_harbor")
        .Replace("{connectionId}", "brisk_harbor");

    public static string? Body(string operation) => operation switch
    {
        "POST /v1/users" => """{"email":"new@example.com","given_name":"New","family_name":"Comer"}""",
        "POST /v1/groups" => """{"name":"New"}""",
        "POST /v1/connectors" or "POST /v1/connections" => """{"service":"kafka","group_id":"calm_valley"}""",
        "POST /v1/groups/{groupId}/users" => """{"email":"mary@example.com","role":"View Destination"}""",
        "POST /v1/teams" => """{"name":"New"}""",
        "POST /v1/teams/{teamId}/users" => """{"user_id":"mary"}""",
        "PATCH /v1/teams/{teamId}/users/{userId}" => """{"role":"Team Manager"}""",
        "POST /v1/teams/{teamId}/groups" or "POST /v1/users/{userId}/groups" => """{"id":"calm_valley","role":"View Destination"}""",
        "POST /v1/teams/{teamId}/connectors" or "POST /v1/teams/{teamId}/connections"
            or "POST /v1/users/{userId}/connectors" or "POST /v1/users/{userId}/connections" => """{"id":"brisk_harbor","role":"View Connection"}""",
        "PATCH /v1/teams/{teamId}/groups/{groupId}" or "PATCH /v1/users/{userId}/groups/{groupId}" => """{"role":"View Destination"}""",
        "PATCH /v1/teams/{teamId}/connectors/{connectorId}" or "PATCH /v1/teams/{teamId}/connections/{connectionId}"
            or "PATCH /v1/users/{userId}/connectors/{connectorId}" or "PATCH /v1/users/{userId}/connections/{connectionId}" => """{"role":"View Connection"}""",
        _ when operation.StartsWith("PATCH", StringComparison.Ordinal) => "{}",
        _ => null,
    };

    public static string Permission(string operation)
    {
        var access = operation.StartsWith("GET", StringComparison.Ordinal) ? "READ" : "MANAGE";
        var family = operation.Split('/')[2] switch
        {
            "users" => "USER",
            "teams" => "TEAM",
            "groups" => "DESTINATION",
            "connectors" or "connections" => "CONNECTOR",
            "roles" => "ROLES",
            _ => "ACCOUNT",
        };
        return $"{family}_{access}";
    }
}
