using System.Text.Json;
using Roster.Http.Scim.Schemas;

namespace Roster.Tests.Http.Scim;

public sealed class DiscoveryTests(ScimServer server)
{
    private const string Config = """
        {"schemas":["urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig"],"patch":{"supported":true},"bulk":{"supported":true,"maxOperations":1000,"maxPayloadSize":4194304},"filter":{"supported":true,"maxResults":1000},"changePassword":{"supported":false},"sort":{"supported":true},"etag":{"supported":true},"authenticationSchemes":[{"type":"oauthbearertoken","name":"API key","description":"An API key sent as a bearer token","specUri":"https://www.rfc-editor.org/info/rfc6750","primary":true}],"meta":{"resourceType":"ServiceProviderConfig","location":"https://roster.example.com/scim/v2/ServiceProviderConfig"}}
        """;

    private static readonly string[] AttributeMembers =
    [
        "name", "type", "multiValued", "description", "required", "caseExact", "mutability", "returned", "uniqueness", "canonicalValues", "referenceTypes", "subAttributes",
    ];

    [Fact]
    public async Task The_configuration_is_as_the_contract_has_it() => (await AskAsync("/ServiceProviderConfig")).Text.ShouldBe(Config);

    [Fact]
    public async Task Pagination_is_told_of_where_that_is_switched_on()
    {
        await using var telling = await RosterServer.StartAsync(new() { Settings = new Dictionary<string, string> { ["ROSTER_SCIM_ADVERTISE_PAGINATION"] = "true" } });
        var config = (await telling.Wire.SendAsync("GET", "/scim/v2/ServiceProviderConfig")).Json;
        config.GetProperty("pagination").GetRawText()
            .ShouldBe("""{"cursor":true,"index":true,"defaultPaginationMethod":"index","defaultPageSize":100,"maxPageSize":1000,"cursorTimeout":3600}""");
        var schema = (await telling.Wire.SendAsync("GET", "/scim/v2/Schemas/" + Urns.ServiceProviderConfig)).Json;
        Names(schema.GetProperty("attributes")).ShouldContain("pagination");
        Names((await AskAsync("/Schemas/" + Urns.ServiceProviderConfig)).Json.GetProperty("attributes")).ShouldNotContain("pagination");
    }

    [Fact]
    public async Task There_are_two_resource_types()
    {
        (await AskAsync("/ResourceTypes/User")).Text.ShouldBe("""
            {"schemas":["urn:ietf:params:scim:schemas:core:2.0:ResourceType"],"id":"User","name":"User","description":"User Account","endpoint":"/Users","schema":"urn:ietf:params:scim:schemas:core:2.0:User","schemaExtensions":[{"schema":"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User","required":false}],"meta":{"resourceType":"ResourceType","location":"https://roster.example.com/scim/v2/ResourceTypes/User"}}
            """);
        (await AskAsync("/ResourceTypes/Group")).Text.ShouldBe("""
            {"schemas":["urn:ietf:params:scim:schemas:core:2.0:ResourceType"],"id":"Group","name":"Group","description":"Group","endpoint":"/Groups","schema":"urn:ietf:params:scim:schemas:core:2.0:Group","meta":{"resourceType":"ResourceType","location":"https://roster.example.com/scim/v2/ResourceTypes/Group"}}
            """);
        var all = (await AskAsync("/ResourceTypes?startIndex=2&count=1")).Json;
        (all.GetProperty("totalResults").GetInt32(), all.GetProperty("startIndex").GetInt32(), all.GetProperty("itemsPerPage").GetInt32()).ShouldBe((2, 1, 2));
        all.GetProperty("Resources").EnumerateArray().Select(type => type.Id()).ShouldBe(["User", "Group"]);
    }

    [Fact]
    public async Task There_are_six_schemas_in_the_form_that_clients_check()
    {
        var all = (await AskAsync("/Schemas")).Json.GetProperty("Resources").EnumerateArray().ToList();
        all.Select(schema => schema.Id()).ShouldBe([Urns.User, Urns.EnterpriseUser, Urns.Group, Urns.ServiceProviderConfig, Urns.ResourceType, Urns.Schema]);
        all.Take(3).Select(schema => $"{schema.GetProperty("name")}: {schema.GetProperty("description")}")
            .ShouldBe(["User: User Account", "EnterpriseUser: Enterprise User", "Group: Group"]);
        foreach (var schema in all)
        {
            schema.EnumerateObject().Select(member => member.Name).ShouldBe(["schemas", "id", "name", "description", "attributes", "meta"]);
            schema.GetProperty("schemas").GetRawText().ShouldBe($"[\"{Urns.Schema}\"]");
            schema.GetProperty("meta").GetRawText().ShouldBe($$"""{"resourceType":"Schema","location":"{{Client.Base}}/Schemas/{{schema.Id()}}"}""");
            schema.GetProperty("attributes").EnumerateArray().ToList().ForEach(Check);
            (await AskAsync("/Schemas/" + schema.Id())).Text.ShouldBe(schema.GetRawText());
        }

        static void Check(JsonElement attribute)
        {
            var names = attribute.EnumerateObject().Select(member => member.Name).ToList();
            names.ShouldBe(AttributeMembers.Where(names.Contains));
            names.Take(9).ShouldBe(AttributeMembers.Take(9));
            (attribute.GetProperty("type").GetString() == "complex").ShouldBe(names.Contains("subAttributes"));
            attribute.GetProperty("description").GetString().ShouldNotBeNullOrEmpty();
            if (names.Contains("subAttributes"))
            {
                attribute.GetProperty("subAttributes").EnumerateArray().ToList().ForEach(Check);
            }
        }
    }

    [Theory]
    [InlineData(Urns.User, "userName", """{"name":"userName","type":"string","multiValued":false,"required":true,"caseExact":false,"mutability":"readWrite","returned":"default","uniqueness":"server"}""")]
    [InlineData(Urns.User, "externalId", """{"name":"externalId","type":"string","multiValued":false,"required":false,"caseExact":true,"mutability":"readWrite","returned":"default","uniqueness":"none"}""")]
    [InlineData(Urns.User, "active", """{"name":"active","type":"boolean","multiValued":false,"required":true,"caseExact":false,"mutability":"readWrite","returned":"default","uniqueness":"none"}""")]
    [InlineData(Urns.User, "profileUrl", """{"name":"profileUrl","type":"reference","multiValued":false,"required":false,"caseExact":true,"mutability":"readWrite","returned":"default","uniqueness":"none","referenceTypes":["external"]}""")]
    [InlineData(Urns.User, "groups.type", """{"name":"type","type":"string","multiValued":false,"required":false,"caseExact":false,"mutability":"readOnly","returned":"default","uniqueness":"none","canonicalValues":["direct","indirect"]}""")]
    [InlineData(Urns.EnterpriseUser, "manager.$ref", """{"name":"$ref","type":"reference","multiValued":false,"required":false,"caseExact":true,"mutability":"readWrite","returned":"default","uniqueness":"none","referenceTypes":["User"]}""")]
    [InlineData(Urns.EnterpriseUser, "manager.displayName", """{"name":"displayName","type":"string","multiValued":false,"required":false,"caseExact":false,"mutability":"readOnly","returned":"default","uniqueness":"none"}""")]
    [InlineData(Urns.Group, "members.type", """{"name":"type","type":"string","multiValued":false,"required":false,"caseExact":false,"mutability":"immutable","returned":"default","uniqueness":"none","canonicalValues":["User"]}""")]
    [InlineData(Urns.Group, "displayName", """{"name":"displayName","type":"string","multiValued":false,"required":true,"caseExact":false,"mutability":"readWrite","returned":"default","uniqueness":"server"}""")]
    public async Task Attributes_are_described_as_the_contract_has_them(string urn, string path, string described)
    {
        var place = (await AskAsync("/Schemas/" + urn)).Json.GetProperty("attributes");
        var names = path.Split('.');
        var found = Find(place, names[0]);
        found = names.Length > 1 ? Find(found.GetProperty("subAttributes"), names[1]) : found;
        ("{" + string.Join(',', found.EnumerateObject().Where(member => member.Name != "description").Select(member => $"\"{member.Name}\":{member.Value.GetRawText()}")) + "}")
            .ShouldBe(described);
    }

    [Fact]
    public async Task Nothing_is_offered_that_is_not_kept()
    {
        var user = (await AskAsync("/Schemas/" + Urns.User)).Json.GetProperty("attributes");
        Names(user).ShouldBe(
        [
            "externalId", "userName", "name", "displayName", "nickName", "profileUrl", "title", "userType", "preferredLanguage", "locale", "timezone",
            "active", "emails", "phoneNumbers", "photos", "addresses", "groups",
        ]);
        Names((await AskAsync("/Schemas/" + Urns.EnterpriseUser)).Json.GetProperty("attributes"))
            .ShouldBe(["employeeNumber", "costCenter", "organization", "division", "department", "manager"]);
        Names((await AskAsync("/Schemas/" + Urns.Group)).Json.GetProperty("attributes")).ShouldBe(["externalId", "displayName", "members"]);
    }

    [Theory]
    [InlineData("/ServiceProviderConfig")]
    [InlineData("/ResourceTypes")]
    [InlineData("/ResourceTypes/User")]
    [InlineData("/Schemas")]
    [InlineData("/Schemas/" + Urns.User)]
    public async Task Anyone_may_ask_and_a_filter_is_forbidden(string target)
    {
        (await server.Roster.Wire.SendAsync("GET", "/scim" + target)).Status.ShouldBe(200);
        (await server.Roster.Wire.SendAsync("GET", Client.Root + target, null, [("Authorization", "Bearer nonsense")])).Status.ShouldBe(200);
        var answer = await server.Roster.Wire.SendAsync("GET", $"{Client.Root}{target}?filter=id%20pr");
        Form.Holds(answer);
        answer.Error().ShouldBe("403");
    }

    private static List<string> Names(JsonElement attributes) => [.. attributes.EnumerateArray().Select(attribute => attribute.GetProperty("name").GetString()!)];

    private static JsonElement Find(JsonElement attributes, string name) =>
        attributes.EnumerateArray().Single(attribute => attribute.GetProperty("name").GetString() == name);

    private async Task<Answer> AskAsync(string target)
    {
        var answer = await server.Roster.Wire.SendAsync("GET", Client.Root + target);
        answer.Status.ShouldBe(200, answer.ToString());
        Form.Holds(answer);
        return answer;
    }
}
