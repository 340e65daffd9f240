namespace Roster.Tests.Server.Requests;

/// <summary>Every operation of the Fivetran dialect.</summary>
internal static class FivetranRequests
{
    private const string Paging = "cursor={cursor}&limit=5";
    private const string Config = """
        "config":{"schema":"sheets{fresh}","table":"budget","schema_prefix":"pre"},"paused":true,"pause_after_trial":false,
        "sync_frequency":60,"schedule_type":"auto","networking_method":"Directly","data_delay_sensitivity":"NORMAL","data_delay_threshold":0
        """;

    public static readonly IReadOnlyList<DeclaredRequest> All =
    [
        new("GET /v1/users", Need.Read, "/v1/users?active=true&" + Paging),
        new("POST /v1/users", Need.Provision, "/v1/users",
            """{"email":"{newEmail}","given_name":"A","family_name":"B","phone":"1","picture":"p","role":"Account Reviewer"}"""),
        new("GET /v1/users/{userId}", Need.Read, "/v1/users/{user}"),
        new("PATCH /v1/users/{userId}", Need.Provision, "/v1/users/{user}",
            """{"given_name":"{fresh}","family_name":"B","phone":"1","picture":"p","role":"Account Analyst"}"""),
        new("DELETE /v1/users/{userId}", Need.Provision, "/v1/users/{user}"),
        new("DELETE /v1/users/{userId}/role", Need.Provision, "/v1/users/{user}/role"),
        .. Memberships("groups", "groupId", "group", "otherGroup", "Edit Destination", "View Destination"),
        .. Memberships("connectors", "connectorId", "connector", "otherConnector", "Edit Connection", "View Connection"),
        .. Memberships("connections", "connectionId", "connector", "otherConnector", "Edit Connection", "View Connection"),

        new("GET /v1/groups", Need.Read, "/v1/groups?" + Paging),
        new("POST /v1/groups", Need.Admin, "/v1/groups", """{"name":"{fresh}"}"""),
        new("GET /v1/groups/{groupId}", Need.Read, "/v1/groups/{group}"),
        new("PATCH /v1/groups/{groupId}", Need.Admin, "/v1/groups/{group}", """{"name":"{fresh}"}"""),
        new("DELETE /v1/groups/{groupId}", Need.Admin, "/v1/groups/{otherGroup}"),
        new("GET /v1/groups/{groupId}/public-key", Need.Read, "/v1/groups/{group}/public-key"),
        new("GET /v1/groups/{groupId}/service-account", Need.Read, "/v1/groups/{group}/service-account"),
        new("GET /v1/groups/{groupId}/users", Need.Read, "/v1/groups/{group}/users?active=true&" + Paging),
        new("POST /v1/groups/{groupId}/users", Need.Provision, "/v1/groups/{group}/users",
            """{"email":"{strangerEmail}","role":"Edit Destination"}"""),
        new("DELETE /v1/groups/{groupId}/users/{userId}", Need.Provision, "/v1/groups/{group}/users/{user}"),

        .. Connections("connectors", "connectorId"),
        .. Connections("connections", "connectionId"),

        new("GET /v1/teams", Need.Read, "/v1/teams?" + Paging),
        new("POST /v1/teams", Need.Provision, "/v1/teams", """{"name":"{fresh}","description":"d","role":"Account Reviewer"}"""),
        new("GET /v1/teams/{teamId}", Need.Read, "/v1/teams/{team}"),
        new("PATCH /v1/teams/{teamId}", Need.Provision, "/v1/teams/{team}", """{"name":"{fresh}","description":"d","role":"Account Analyst"}"""),
        new("DELETE /v1/teams/{teamId}", Need.Provision, "/v1/teams/{team}"),
        new("DELETE /v1/teams/{teamId}/role", Need.Provision, "/v1/teams/{team}/role"),
        new("GET /v1/teams/{teamId}/users", Need.Read, "/v1/teams/{team}/users?active=true&" + Paging),
        new("POST /v1/teams/{teamId}/users", Need.Provision, "/v1/teams/{otherTeam}/users", """{"user_id":"{user}","role":"Team Member"}"""),
        new("GET /v1/teams/{teamId}/users/{userId}", Need.Read, "/v1/teams/{team}/users/{user}"),
        new("PATCH /v1/teams/{teamId}/users/{userId}", Need.Provision, "/v1/teams/{team}/users/{user}", """{"role":"Team Member"}"""),
        new("DELETE /v1/teams/{teamId}/users/{userId}", Need.Provision, "/v1/teams/{team}/users/{user}"),
        .. TeamMemberships("groups", "groupId", "group", "otherGroup", "Edit Destination", "View Destination"),
        .. TeamMemberships("connectors", "connectorId", "connector", "otherConnector", "Edit Connection", "View Connection"),
        .. TeamMemberships("connections", "connectionId", "connector", "otherConnector", "Edit Connection", "View Connection"),

        new("GET /v1/roles", Need.Read, "/v1/roles?" + Paging),
        new("GET /v1/account/info", Need.Read, "/v1/account/info"),
    ];

    private static DeclaredRequest[] Memberships(string segment, string parameter, string held, string other, string role, string lower) =>
        Memberships("user", segment, parameter, held, other, role, lower);

    private static DeclaredRequest[] TeamMemberships(string segment, string parameter, string held, string other, string role, string lower) =>
        Memberships("team", segment, parameter, held, other, role, lower);

    private static DeclaredRequest[] Memberships(
        string member, string segment, string parameter, string held, string other, string role, string lower)
    {
        var (pattern, target) = ($"/v1/{member}s/{{{member}Id}}/{segment}", $"/v1/{member}s/{{{member}}}/{segment}");
        return
        [
            new($"GET {pattern}", Need.Read, $"{target}?{Paging}"),
            new($"POST {pattern}", Need.Provision, target, $$"""{"id":"{{{other}}}","role":"{{role}}"}"""),
            new($"GET {pattern}/{{{parameter}}}", Need.Read, $"{target}/{{{held}}}"),
            new($"PATCH {pattern}/{{{parameter}}}", Need.Provision, $"{target}/{{{held}}}", $$"""{"role":"{{lower}}"}"""),
            new($"DELETE {pattern}/{{{parameter}}}", Need.Provision, $"{target}/{{{held}}}"),
        ];
    }

    private static DeclaredRequest[] Connections(string segment, string parameter) =>
    [
        new($"GET /v1/groups/{{groupId}}/{segment}", Need.Read, $"/v1/groups/{{group}}/{segment}?schema=none&{Paging}"),
        new($"GET /v1/{segment}", Need.Read, $"/v1/{segment}?group_id={{group}}&schema=none&{Paging}"),
        new($"GET /v1/{segment}", Need.Read, $"/v1/{segment}?{Paging}"),
        new($"POST /v1/{segment}", Need.Admin, $"/v1/{segment}", $$"""{"service":"google_sheets","group_id":"{group}",{{Config}}}"""),
        new($"GET /v1/{segment}/{{{parameter}}}", Need.Read, $"/v1/{segment}/{{connector}}"),
        new($"PATCH /v1/{segment}/{{{parameter}}}", Need.Admin, $"/v1/{segment}/{{connector}}", $$"""{{{Config}}}"""),
        new($"DELETE /v1/{segment}/{{{parameter}}}", Need.Admin, $"/v1/{segment}/{{connector}}"),
    ];
}
