using System.Text.Json;
using Roster.Core.Changes;
using Roster.Http;

namespace Roster.Tests.Http.Native;

/// <summary>That answers are as the document says is seen by every contract test.</summary>
public sealed class OpenApiTests(NativeServer server)
{
    [Fact]
    public void Its_operations_are_the_routes()
    {
        var dialect = server.Roster.Get<Doors>().Dialects.Single(dialect => dialect.Door == Door.Native);

        server.Document.Operations.Select(operation => $"{operation.Method} {operation.Path}").ShouldBe(
            dialect.Routes.Where(route => route.Pattern.StartsWith("/api/")).Select(route => $"{route.Method} {route.Pattern}"),
            ignoreOrder: true);
        dialect.Routes.Select(route => route.Pattern).Where(pattern => !pattern.StartsWith("/api/")).ShouldBe(["/", "/invitation"]);
    }

    [Fact]
    public async Task Its_operations_have_ids_of_their_own()
    {
        var document = (await server.Roster.Wire.SendAsync("GET", "/openapi/native.json")).Json;
        string[] methods = ["get", "put", "post", "delete", "patch"];

        document.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject())
            .Where(member => methods.Contains(member.Name))
            .Select(operation => operation.Value.GetProperty("operationId").GetString())
            .ShouldBeUnique();
    }

    [Fact]
    public async Task Every_reference_leads_somewhere()
    {
        var document = (await server.Roster.Wire.SendAsync("GET", "/openapi/native.json")).Json;

        foreach (var reference in References(document))
        {
            Should.NotThrow(() => reference.Split('/').Skip(1).Aggregate(document, (found, name) => found.GetProperty(name)), reference);
        }
    }

    [Theory]
    [InlineData("fivetran")]
    [InlineData("whylabs")]
    [InlineData("native")]
    public async Task Each_document_is_served_to_anyone(string door)
    {
        var answer = await server.Roster.Wire.SendAsync("GET", $"/openapi/{door}.json");

        answer.Status.ShouldBe(200);
        answer.Header("Content-Type").ShouldBe("application/json");
        answer.Json.GetProperty("openapi").GetString().ShouldStartWith("3.");
    }

    /// <summary>As OpenAPI 3.0.3 wants it: <c>nullable</c> means nothing without a type, and an enumeration lists null too.</summary>
    [Theory]
    [InlineData("authzen")]
    [InlineData("fivetran")]
    [InlineData("whylabs")]
    [InlineData("native")]
    public async Task What_may_be_null_says_so_in_a_way_that_counts(string door)
    {
        var document = (await server.Roster.Wire.SendAsync("GET", $"/openapi/{door}.json")).Json;

        Objects(document)
            .Where(schema => schema.TryGetProperty("nullable", out var nullable) && nullable.ValueKind == JsonValueKind.True)
            .Where(schema => !schema.TryGetProperty("type", out _)
                || (schema.TryGetProperty("enum", out var values) && !values.EnumerateArray().Any(value => value.ValueKind == JsonValueKind.Null)))
            .Select(schema => schema.ToString())
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task The_page_to_try_them_needs_nothing_from_elsewhere()
    {
        (await server.Roster.Wire.SendAsync("GET", "/")).Header("Location").ShouldBe("/docs");
        (await server.Roster.Wire.SendAsync("GET", "/docs")).Header("Location").ShouldBe("docs/index.html");

        var page = await server.Roster.Wire.SendAsync("GET", "/docs/index.html");
        page.Status.ShouldBe(200);
        page.Header("Content-Security-Policy").ShouldNotBeNull().ShouldStartWith("default-src 'none'; script-src 'self';");
        page.Text.ShouldNotContain("//cdn");
        page.Text.ShouldNotContain("src=\"http");

        var settings = (await server.Roster.Wire.SendAsync("GET", "/docs/index.js")).Text;
        settings.ShouldContain("../openapi/native.json");
        settings.ShouldContain("../openapi/fivetran.json");
        settings.ShouldContain("../openapi/whylabs.json");
        settings.ShouldNotContain("validator.swagger.io");
        (await server.Roster.Wire.SendAsync("GET", "/docs/swagger-ui-bundle.js")).Status.ShouldBe(200);
        (await server.Roster.Wire.SendAsync("GET", "/docs/nothing")).Status.ShouldBe(404);
    }

    private static IEnumerable<JsonElement> Objects(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => Objects(member.Value)).Prepend(value),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Objects),
        _ => [],
    };

    private static IEnumerable<string> References(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object when value.TryGetProperty("$ref", out var reference) => [reference.GetString()!],
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => References(member.Value)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(References),
        _ => [],
    };
}
