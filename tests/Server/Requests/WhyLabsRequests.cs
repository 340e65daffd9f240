namespace Roster.Tests.Server.Requests;

/// <summary>Every operation of the WhyLabs dialect.</summary>
internal static class WhyLabsRequests
{
    private const string Pattern = "/v0/accounts/org/{org_id}";
    private const string Account = "/v0/accounts/org/{account}";
    private const string OwnPattern = "/v0/organizations/{org_id}/membership";
    private const string Own = "/v0/organizations/{account}/membership";
    private const string Named = "X-WHYLABS-ORGANIZATION: {account}";
    private const string Member = "?managed_org_id={organization}&role=MEMBER";

    public static readonly IReadOnlyList<DeclaredRequest> All =
    [
        new($"GET {Pattern}/memberships", Need.Read, Account + "/memberships?user_id={user}&managed_org_id={organization}&role=VIEWER"),
        new($"GET {Pattern}/memberships", Need.Read, Account + "/memberships?user_id={user}"),
        new($"GET {Pattern}/memberships", Need.Read, Account + "/memberships?managed_org_id={organization}"),
        new($"PUT {Pattern}/memberships", Need.Provision, Account + "/memberships" + Member, """{"userIds":["{stranger}"]}"""),
        new($"PATCH {Pattern}/memberships", Need.Provision, Account + "/memberships" + Member,
            """{"userIdsToAdd":["{stranger}"],"userIdsToDelete":[]}"""),
        new($"PATCH {Pattern}/memberships", Need.Provision, Account + "/memberships?managed_org_id={organization}&role=VIEWER",
            """{"userIdsToAdd":[],"userIdsToDelete":["{user}"]}"""),
        new($"GET {Pattern}/organizations", Need.Read, Account + "/organizations"),
        new($"PUT {Pattern}/user", Need.Provision, Account + "/user?user_id={user}",
            """{"externalId":"{fresh}","userSchema":"{}","active":true}"""),
        new($"POST {Pattern}/user", Need.Provision, Account + "/user",
            """{"email":"{newEmail}","externalId":"x","userSchema":"{}","active":true}"""),
        new($"GET {Pattern}/user/email", Need.Read, Account + "/user/email?email={email}"),
        new($"GET {Pattern}/user/id", Need.Read, Account + "/user/id?user_id={user}"),
        new($"DELETE {Pattern}/user/{{user_id}}", Need.Provision, Account + "/user/{user}"),
        new($"GET {Pattern}/users", Need.Read, Account + "/users"),

        new($"GET {OwnPattern}", Need.Read, Own),
        new($"POST {OwnPattern}", Need.Provision, Own + "?email={strangerEmail}&role=MEMBER&set_default=true"),
        new($"PUT {OwnPattern}", Need.Provision, Own + "?email={email}&role=MEMBER"),
        new($"DELETE {OwnPattern}", Need.Provision, Own + "?email={email}"),

        new("GET /v1/organizations/managed-organizations", Need.Read, "/v1/organizations/managed-organizations", Header: Named),
        new("POST /v1/organizations/managed-organization", Need.Admin, "/v1/organizations/managed-organization", """{"name":"{fresh}"}""", Named),
        new("GET /v1/api-key/validate", Need.AnyKey, "/v1/api-key/validate", Header: Named),
        new("GET /v1/api-key", Need.Read, "/v1/api-key", Header: Named),
        new("POST /v1/api-key", Need.Admin, "/v1/api-key?alias={fresh}&scopes=:user&expiration_time=4102444800000&resource_id=", Header: Named),
        new("DELETE /v1/api-key", Need.Admin, "/v1/api-key?key_id={key}", Header: Named),
    ];
}
