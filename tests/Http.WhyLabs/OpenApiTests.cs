using System.Text.Json;
using Roster.Core.Changes;
using Roster.Http;
using Roster.Testing;

namespace Roster.Tests.Http.WhyLabs;

/// <summary>The document beside the code. That answers are as it says is held in every contract test.</summary>
public sealed class OpenApiTests(WhyLabsServer server)
{
    [Fact]
    public void The_document_has_exactly_the_operations_of_the_routes()
    {
        var dialect = server.Server.Get<IEnumerable<Dialect>>().Single(dialect => dialect.Door == Door.WhyLabs);

        server.Document.Operations.Select(operation => $"{operation.Method} {operation.Path}")
            .ShouldBe(dialect.Routes.Select(route => $"{route.Method} {route.Pattern}"), ignoreOrder: true);
    }

    [Fact]
    public void The_ten_operations_have_the_names_that_clients_know()
    {
        string[] names =
        [
            "GetAccountMemberships", "PutOrganizationMemberships", "PatchOrganizationMemberships", "ListManagedOrganizations", "UpdateAccountUser",
            "CreateAccountUser", "GetAccountUserByEmail", "GetAccountUserById", "DeleteAccountUser", "ListAccountUsers",
        ];

        Ids().Except(names).Count().ShouldBe(Ids().Count - names.Length);
        Ids().Distinct().Count().ShouldBe(Ids().Count);
    }

    [Fact]
    public void Every_reference_leads_somewhere_and_every_component_is_used()
    {
        var document = JsonElement.Parse(Repository.Text("src/Http.WhyLabs/openapi.json"));
        var components = document.GetProperty("components").EnumerateObject()
            .Where(kind => kind.Name != "securitySchemes")
            .SelectMany(kind => kind.Value.EnumerateObject().Select(one => $"#/components/{kind.Name}/{one.Name}"));

        References(document).Distinct().ShouldBe(components, ignoreOrder: true);
    }

    private static List<string> Ids() => [.. JsonElement.Parse(Repository.Text("src/Http.WhyLabs/openapi.json")).GetProperty("paths").EnumerateObject()
        .SelectMany(path => path.Value.EnumerateObject())
        .Select(operation => operation.Value.GetProperty("operationId").GetString()!)];

    private static IEnumerable<string> References(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(
            member => member.Name == "$ref" ? [member.Value.GetString()!] : References(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
        _ => [],
    };
}
