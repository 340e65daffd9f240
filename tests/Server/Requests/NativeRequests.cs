namespace Roster.Tests.Server.Requests;

/// <summary>Every operation of the native dialect, and the pages that it serves.</summary>
internal static class NativeRequests
{
    private const string Paging = "cursor={cursor}&limit=5";
    private const string Later = "2099-01-01T00:00:00Z";
    private const string Profile = """
        "givenName":"A","familyName":"B","displayName":null,"phone":"1","picture":"p","externalId":"x","userSchema":"{}","active":true
        """;

    public static readonly IReadOnlyList<DeclaredRequest> All =
    [
        new("GET /", Need.Anyone, "/"),
        new("GET /invitation", Need.Anyone, "/invitation"),
        new("GET /openapi/fivetran.json", Need.Anyone, "/openapi/fivetran.json"),
        new("GET /openapi/whylabs.json", Need.Anyone, "/openapi/whylabs.json"),
        new("GET /openapi/native.json", Need.Anyone, "/openapi/native.json"),

        new("GET /api/account", Need.Read, "/api/account"),
        new("GET /api/roles", Need.Read, "/api/roles"),
        new("POST /api/roles", Need.Admin, "/api/roles",
            """{"name":"{fresh}","description":"d","kinds":["account","group"],"level":"viewer","permissions":["read"]}"""),
        new("GET /api/roles/{name}", Need.Read, "/api/roles/{role}"),
        new("PATCH /api/roles/{name}", Need.Admin, "/api/roles/{role}",
            """{"description":"{fresh}","kinds":["account","group"],"level":"member","permissions":["read"]}"""),
        new("DELETE /api/roles/{name}", Need.Admin, "/api/roles/{role}"),
        new("GET /api/changes", Need.Read, "/api/changes?after=1&limit=5"),

        new("GET /api/users", Need.Read, "/api/users?active=true&" + Paging),
        new("GET /api/users", Need.Read, "/api/users?userName={email}&active=true&" + Paging),
        new("POST /api/users", Need.Provision, "/api/users", $$"""{"id":"{newUser}","userName":"{newEmail}","invite":true,"role":"Account Analyst",{{Profile}}}"""),
        new("GET /api/users/{id}", Need.Read, "/api/users/{user}"),
        new("PATCH /api/users/{id}", Need.Provision, "/api/users/{user}", $$"""{{{Profile}}}"""),
        new("PATCH /api/users/{id}", Need.Provision, "/api/users/{user}", """{"userName":"{newEmail}"}"""),
        new("DELETE /api/users/{id}", Need.Provision, "/api/users/{user}"),
        new("POST /api/users/{id}/invitation", Need.Provision, "/api/users/{pending}/invitation"),
        new("DELETE /api/users/{id}/invitation", Need.Provision, "/api/users/{pending}/invitation"),
        new("POST /api/invitations/accept", Need.Anyone, "/api/invitations/accept", """{"token":"{token}"}"""),

        .. Scopes("organizations", "organization", "organization", """{"id":"{newOrganization}","name":"{fresh}"}"""),
        .. Scopes("groups", "group", "otherGroup", """{"id":"{newGroup}","name":"{fresh}"}"""),
        .. Scopes("connectors", "connector", "connector", """{"id":"{newConnector}","name":"{fresh}","groupId":"{group}","service":"kafka"}"""),
        new("GET /api/connectors", Need.Read, "/api/connectors?groupId={group}&" + Paging),

        new("GET /api/teams", Need.Read, "/api/teams?" + Paging),
        new("POST /api/teams", Need.Provision, "/api/teams", """{"id":"{newTeam}","name":"{fresh}","description":"d"}"""),
        new("GET /api/teams/{id}", Need.Read, "/api/teams/{team}"),
        new("PATCH /api/teams/{id}", Need.Provision, "/api/teams/{team}", """{"name":"{fresh}","description":"d"}"""),
        new("DELETE /api/teams/{id}", Need.Provision, "/api/teams/{team}"),
        new("GET /api/teams/{id}/users", Need.Read, "/api/teams/{team}/users?active=true&" + Paging),
        .. Membership("/api/teams/{id}/users/{userId}", "/api/teams/{team}/users/{user}", "Team Member"),

        new("GET /api/memberships", Need.Read, "/api/memberships?" + Paging),
        new("GET /api/memberships", Need.Read, "/api/memberships?teamId={team}&kind=group&scopeId={group}&" + Paging),
        new("GET /api/memberships", Need.Read, "/api/memberships?userId={user}&kind=group&scopeId={group}&role=Edit%20Destination&" + Paging),
        .. Memberships("account", "account", "Account Analyst"),
        .. Memberships("organization", "organization", "Organization Member"),
        .. Memberships("group", "group", "View Destination"),
        .. Memberships("connector", "connector", "View Connection"),

        new("GET /api/keys", Need.Read, "/api/keys?" + Paging),
        new("POST /api/keys", Need.Admin, "/api/keys",
            $$"""{"name":"{fresh}","grants":["read","check"],"level":"viewer","ownerId":"{user}","expiresAt":"{{Later}}"}"""),
        new("GET /api/keys/{id}", Need.Read, "/api/keys/{key}"),
        new("DELETE /api/keys/{id}", Need.Admin, "/api/keys/{key}"),
        new("POST /api/keys/{id}/rotate", Need.Admin, "/api/keys/{key}/rotate", """{"overlapSeconds":60}"""),

        new("GET /api/document", Need.Read, "/api/document"),
        new("POST /api/plans", Need.Admin, "/api/plans?maxRemovals=5",
            """
            {"roster":1,"account":"{account}","manages":{"users":["{strangerEmail}"],"groups":["{fresh}*"],"teams":["{fresh}*"],"roles":["{fresh}*"]},
            "roles":[{"name":"{role}","description":"d","permissions":["read"]},{"name":"{fresh}","kinds":["team"],"level":"viewer"}],
            "teams":[{"id":"{team}","description":"d"},{"id":"{newTeam}","name":"N"}],
            "users":[{"userName":"{newEmail}","id":"{newUser}"},{"userName":"{strangerEmail}","id":"{stranger}"}],
            "organizations":[{"id":"{organization}"}],"groups":[{"id":"{group}"}],"connectors":[{"id":"{connector}","group":"{group}"}],
            "memberships":[{"user":"{email}","in":"group/{group}","role":"View Destination"},
            {"user":"{email}","in":"organization/{organization}","role":"Organization Member"},
            {"user":"{email}","in":"connector/{connector}","role":"View Connection"},
            {"user":"{email}","in":"team/{team}","role":"Team Manager"},
            {"team":"{team}","in":"group/{group}","role":"View Destination"}]}
            """),
        new("GET /api/plans/{id}", Need.Admin, "/api/plans/{plan}"),
        new("POST /api/plans/{id}/apply", Need.Admin, "/api/plans/{plan}/apply"),

        new("GET /api/accounts", Need.Operator, "/api/accounts?limit=1&cursor={account}"),
        new("POST /api/accounts", Need.Operator, "/api/accounts", """{"id":"{newOrganization}","name":"{fresh}"}"""),
        new("DELETE /api/accounts/{id}", Need.Operator, "/api/accounts/{account}"),
        new("POST /api/accounts/{id}/keys", Need.Operator, "/api/accounts/{account}/keys",
            $$"""{"name":"{fresh}","grants":["admin"],"level":"admin","ownerId":"{user}","expiresAt":"{{Later}}"}"""),
    ];

    private static DeclaredRequest[] Scopes(string path, string one, string deletable, string created) =>
    [
        new($"GET /api/{path}", Need.Read, $"/api/{path}?{Paging}"),
        new($"POST /api/{path}", Need.Admin, $"/api/{path}", created),
        new($"GET /api/{path}/{{id}}", Need.Read, $"/api/{path}/{{{one}}}"),
        new($"PATCH /api/{path}/{{id}}", Need.Admin, $"/api/{path}/{{{one}}}", """{"name":"{fresh}"}"""),
        new($"DELETE /api/{path}/{{id}}", Need.Admin, $"/api/{path}/{{{deletable}}}"),
    ];

    private static DeclaredRequest[] Memberships(string kind, string scope, string role)
    {
        var place = $"/api/memberships/{kind}/{{{scope}}}";
        return
        [
            .. Membership("/api/memberships/{kind}/{scopeId}/{userId}", $"{place}/{{user}}", role),
            .. Membership("/api/memberships/{kind}/{scopeId}/teams/{teamId}", $"{place}/teams/{{team}}", role),
        ];
    }

    private static DeclaredRequest[] Membership(string pattern, string target, string role) =>
    [
        new($"GET {pattern}", Need.Read, target),
        new($"PUT {pattern}", Need.Provision, target, $$"""{"role":"{{role}}","expiresAt":"{{Later}}"}"""),
        new($"DELETE {pattern}", Need.Provision, target),
    ];
}
