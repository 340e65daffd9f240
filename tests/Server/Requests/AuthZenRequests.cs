namespace Roster.Tests.Server.Requests;

/// <summary>Every operation of the AuthZEN dialect.</summary>
internal static class AuthZenRequests
{
    private const string Subject = """{"type":"user","id":"{user}"}""";
    private const string Resource = """{"type":"group","id":"{group}","properties":{"kind":"{fresh}"}}""";
    private const string Action = """{"name":"read","properties":{"method":"{fresh}"}}""";
    private const string Context = """{"connector":"{connector}"}""";
    private const string Page = """{"token":"","limit":5,"properties":{}}""";

    public static readonly IReadOnlyList<DeclaredRequest> All =
    [
        new("GET /openapi/authzen.json", Need.Anyone, "/openapi/authzen.json"),
        new("GET /.well-known/authzen-configuration", Need.Anyone, "/.well-known/authzen-configuration"),
        Ask("evaluation", $$$"""{"subject":{{{Subject}}},"action":{{{Action}}},"resource":{{{Resource}}},"context":{{{Context}}}}"""),
        Ask("evaluation", """{"subject":{"type":"team","id":"{team}"},"action":{"name":"read"},"resource":{"type":"account","id":"{account}"}}"""),
        Ask("evaluations", $$$"""
            {"subject":{{{Subject}}},"action":{{{Action}}},"resource":{{{Resource}}},"context":{{{Context}}},"options":{"evaluations_semantic":"permit_on_first_permit"},
            "evaluations":[{"resource":{"type":"organization","id":"{organization}"}},{"resource":{"type":"{resourceType}","id":"{resource}"}},{}]}
            """),
        Ask("search/subject", $$$"""{"subject":{"type":"user"},"action":{{{Action}}},"resource":{"type":"{resourceType}","id":"{resource}"},"context":{{{Context}}},"page":{{{Page}}}}"""),
        Ask("search/resource", $$$"""{"subject":{{{Subject}}},"action":{{{Action}}},"resource":{"type":"{resourceType}"},"context":{{{Context}}},"page":{{{Page}}}}"""),
        Ask("search/action", $$$"""{"subject":{{{Subject}}},"resource":{{{Resource}}},"context":{{{Context}}},"page":{{{Page}}}}"""),
    ];

    private static DeclaredRequest Ask(string path, string body) => new($"POST /access/v1/{path}", Need.Check, $"/access/v1/{path}", body);
}
