using System.Text.Json;
using Roster.Core.Changes;
using Roster.Http;
using Roster.Http.Scim.Schemas;

namespace Roster.Tests.Http.Scim;

/// <summary>That answers are as the document says is seen by every test that asks the server.</summary>
public sealed class OpenApiTests(ScimServer server)
{
    [Fact]
    public void Its_operations_are_the_routes_with_a_version()
    {
        var dialect = server.Roster.Get<Doors>().Dialects.Single(dialect => dialect.Door == Door.Scim);

        Documented.Api.Operations.Select(operation => $"{operation.Method} {operation.Path}").ShouldBe(
            dialect.Routes.Where(route => route.Pattern.StartsWith(Client.Root, StringComparison.Ordinal)).Select(route => $"{route.Method} {route.Pattern}"),
            ignoreOrder: true);
    }

    [Fact]
    public async Task It_is_served_to_anyone()
    {
        var answer = await server.Roster.Wire.SendAsync("GET", "/openapi/scim.json");

        answer.Status.ShouldBe(200);
        JsonElement.DeepEquals(answer.Json, Documented.Root).ShouldBeTrue();
    }

    /// <summary>No attribute, no type and no value that the one of them tells of and the other does not.</summary>
    [Theory]
    [InlineData("User")]
    [InlineData("Group")]
    public void Its_resources_have_the_attributes_of_the_schemas(string name) =>
        Shape(Documented.Schema(name)).ShouldBe(Shape(ResourceType.All.Single(type => type.Name == name).Root));

    private static string Shape(ScimAttribute attribute) => attribute.Type switch
    {
        AttributeType.Complex => "{" + string.Join(' ', attribute.Subs.OrderBy(sub => sub.Name, StringComparer.Ordinal).Select(sub => $"{sub.Name}:{Many(sub)}{Shape(sub)}")) + "}",
        AttributeType.Boolean => "boolean",
        AttributeType.DateTime => "date-time",
        _ => "string",
    };

    private static string Many(ScimAttribute attribute) => attribute.IsMulti ? "*" : "";

    private static string Shape(JsonElement schema)
    {
        var resolved = Resolved(schema);
        return resolved.TryGetProperty("items", out var items) ? "*" + Shape(items)
            : resolved.TryGetProperty("type", out var type) && type.GetString() != "object" ? resolved.TryGetProperty("format", out var format) ? format.GetString()! : type.GetString()!
            : "{" + string.Join(' ', Members(schema).OrderBy(member => member.Name, StringComparer.Ordinal).Select(member => $"{member.Name}:{Shape(member.Value)}")) + "}";
    }

    private static IEnumerable<JsonProperty> Members(JsonElement schema)
    {
        var resolved = Resolved(schema);
        return resolved.TryGetProperty("allOf", out var parts) ? parts.EnumerateArray().SelectMany(Members) : resolved.GetProperty("properties").EnumerateObject();
    }

    private static JsonElement Resolved(JsonElement schema) =>
        schema.TryGetProperty("$ref", out var reference) ? Documented.Schema(reference.GetString()!.Split('/')[^1]) : schema;
}
