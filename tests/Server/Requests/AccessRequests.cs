namespace Roster.Tests.Server.Requests;

/// <summary>Every operation of the native dialect about what access checks rest on.</summary>
internal static class AccessRequests
{
    private const string Paging = "cursor={cursor}&limit=5";
    private const string Group = """{"kind":"group","id":"{group}"}""";

    public static readonly IReadOnlyList<DeclaredRequest> All =
    [
        new("GET /api/access/settings", Need.Read, "/api/access/settings"),
        new("PATCH /api/access/settings", Need.Admin, "/api/access/settings",
            """{"subjectTypes":[{"type":"user","kind":"user","identifier":"id"},{"type":"{fresh}","kind":"user","identifier":"email"}],"showsReasons":true}"""),
        new("GET /api/access/explain", Need.Check,
            "/api/access/explain?subjectType=user&subjectId={user}&action=read&resourceType=group&resourceId={group}"),
        new("GET /api/access/explain", Need.Check, "/api/access/explain?subjectId={user}&action=read&resourceType={resourceType}&resourceId={resource}"),

        new("GET /api/resource-types", Need.Read, "/api/resource-types?" + Paging),
        new("GET /api/resource-types/{name}", Need.Read, "/api/resource-types/{resourceType}"),
        new("PUT /api/resource-types/{name}", Need.Admin, "/api/resource-types/{resourceType}", $$$"""{"ids":"any","home":{{{Group}}}}"""),
        new("DELETE /api/resource-types/{name}", Need.Admin, "/api/resource-types/{freeResourceType}"),

        new("GET /api/resources/{type}", Need.Read, "/api/resources/{resourceType}?" + Paging),
        new("GET /api/resources/{type}/{id}", Need.Read, "/api/resources/{resourceType}/{resource}"),
        new("PUT /api/resources/{type}/{id}", Need.Provision, "/api/resources/{resourceType}/{resource}", $$$"""{"scope":{{{Group}}},"attributes":{"status":"{fresh}"}}"""),
        new("DELETE /api/resources/{type}/{id}", Need.Provision, "/api/resources/{resourceType}/{resource}"),

        new("GET /api/users/{id}/attributes", Need.Read, "/api/users/{user}/attributes"),
        new("PUT /api/users/{id}/attributes", Need.Provision, "/api/users/{user}/attributes", """{"department":"{fresh}"}"""),
    ];
}
