using System.Text.Json;
using System.Text.Json.Nodes;
using Roster.Http.Scim.Schemas;

namespace Roster.Tests.Http.Scim;

/// <summary>The examples of RFC 7644 §3 that are about users, in our own words; where the contract decides otherwise, it wins.</summary>
public sealed class RfcExampleTests(ScimServer server)
{
    private const string Bjensen = """
        {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"bjensen","externalId":"bjensen","name":{"formatted":"Ms. Barbara J Jensen III","familyName":"Jensen","givenName":"Barbara"}}
        """;

    [Fact]
    public async Task Section_3_3_a_resource_is_created()
    {
        var client = await Client.NewAsync(server.Roster);
        var answer = await client.PostAsync("/Users", Bjensen);
        answer.Status.ShouldBe(201);
        answer.Header("Location").ShouldBe(answer.Json.GetProperty("meta").GetProperty("location").GetString());
        answer.Header("ETag").ShouldStartWith("W/\"");
        Like(answer.Json, Bjensen);
    }

    [Fact]
    public async Task Section_3_4_1_a_known_resource_is_retrieved()
    {
        var client = await Client.NewAsync(server.Roster);
        const string members = """
            "externalId":"bjensen","userName":"bjensen","name":{"formatted":"Ms. Barbara J Jensen III","familyName":"Jensen","givenName":"Barbara"},"phoneNumbers":[{"value":"555-555-8377","type":"work"}],"emails":[{"value":"bjensen@example.com","type":"work"}]
            """;
        var created = await client.CreateUserAsync(members);
        var answer = await client.GetAsync($"/Users/{created.Id()}", ("Accept", "application/scim+json"));
        (answer.Status, answer.Header("Location"), answer.Header("ETag")).ShouldBe((200, $"{Client.Base}/Users/{created.Id()}", created.Version()));
        Like(answer.Json, Client.UserOf(members));
    }

    [Fact]
    public async Task Section_3_4_2_resources_are_queried()
    {
        var client = await Client.NewAsync(server.Roster);
        var bjensen = (await client.CreateUserAsync("\"userName\":\"bjensen\"")).Id();
        var jsmith = (await client.CreateUserAsync("\"userName\":\"jsmith\"")).Id();
        var list = await client.GetAsync("/Users?attributes=userName");
        list.Text.ShouldBe($$"""{"schemas":["{{Urns.ListResponse}}"],"totalResults":2,"startIndex":1,"itemsPerPage":2,"Resources":[{"schemas":["{{Urns.User}}"],"id":"{{bjensen}}","userName":"bjensen"},{"schemas":["{{Urns.User}}"],"id":"{{jsmith}}","userName":"jsmith"}]}""");

        // Figure after §3.4.2.4: a page of what is not there says how many there are.
        var page = (await client.GetAsync("/Users?startIndex=1&count=0")).Json;
        page.GetProperty("totalResults").GetInt32().ShouldBe(2);
    }

    [Theory]
    [InlineData("userName eq \"bjensen\"", true)]
    [InlineData("name.familyName co \"O'Malley\"", false)]
    [InlineData("userName sw \"J\"", false)]
    [InlineData("urn:ietf:params:scim:schemas:core:2.0:User:userName sw \"b\"", true)]
    [InlineData("title pr", true)]
    [InlineData("meta.lastModified gt \"2011-05-13T04:42:34Z\"", true)]
    [InlineData("meta.lastModified ge \"2011-05-13T04:42:34Z\"", true)]
    [InlineData("meta.lastModified lt \"2011-05-13T04:42:34Z\"", false)]
    [InlineData("meta.lastModified le \"2011-05-13T04:42:34Z\"", false)]
    [InlineData("title pr and userType eq \"Employee\"", true)]
    [InlineData("title pr or userType eq \"Intern\"", true)]
    [InlineData("schemas eq \"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User\"", false)]
    [InlineData("userType eq \"Employee\" and (emails co \"example.com\" or emails.value co \"example.org\")", true)]
    [InlineData("userType ne \"Employee\" and not (emails co \"example.com\" or emails.value co \"example.org\")", false)]
    [InlineData("userType eq \"Employee\" and (emails.type eq \"work\")", true)]
    [InlineData("userType eq \"Employee\" and emails[type eq \"work\" and value co \"@example.com\"]", true)]
    [InlineData("emails[type eq \"work\" and value co \"@example.com\"] or emails[type eq \"home\" and value co \"@example.org\"]", true)]
    public async Task Section_3_4_2_2_filters_are_understood(string filter, bool finds)
    {
        var client = await Client.NewAsync(server.Roster);
        await client.CreateUserAsync("\"userName\":\"bjensen\",\"title\":\"Tour Guide\",\"userType\":\"Employee\",\"emails\":[{\"value\":\"bjensen@example.com\",\"type\":\"work\"}]");
        (await client.FindAsync(filter)).Count.ShouldBe(finds ? 1 : 0);
    }

    [Fact]
    public async Task Section_3_4_3_a_search_is_posted()
    {
        var client = await Client.NewAsync(server.Roster);
        var smith = (await client.CreateUserAsync("\"userName\":\"jsmith\",\"displayName\":\"Smith, James\"")).Id();
        var brown = (await client.CreateUserAsync("\"userName\":\"b\",\"displayName\":\"Smith Berry\"")).Id();
        await client.CreateUserAsync("\"userName\":\"c\",\"displayName\":\"Jones\"");
        var answer = await client.PostAsync("/.search", $$"""
            {"schemas":["{{Urns.SearchRequest}}"],"attributes":["displayName","userName"],"filter":"displayName sw \"smith\"","startIndex":1,"count":10}
            """);
        answer.Text.ShouldBe($$"""{"schemas":["{{Urns.ListResponse}}"],"totalResults":2,"startIndex":1,"itemsPerPage":2,"Resources":[{"schemas":["{{Urns.User}}"],"id":"{{smith}}","userName":"jsmith","displayName":"Smith, James"},{"schemas":["{{Urns.User}}"],"id":"{{brown}}","userName":"b","displayName":"Smith Berry"}]}""");
    }

    [Fact]
    public async Task Section_3_5_1_a_resource_is_replaced()
    {
        var client = await Client.NewAsync(server.Roster);
        var id = (await client.PostAsync("/Users", Bjensen)).Json.Id();
        var body = $$"""
            {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"id":"{{id}}","userName":"bjensen","externalId":"bjensen","name":{"formatted":"Ms. Barbara J Jensen III","familyName":"Jensen","givenName":"Barbara","middleName":"Jane"},"roles":[],"emails":[{"value":"bjensen@example.com"},{"value":"babs@jensen.example"}]}
            """;
        var answer = await client.PutAsync($"/Users/{id}", body);
        answer.Status.ShouldBe(200);
        Like(answer.Json, body.Replace("\"roles\":[],", ""));
    }

    [Fact]
    public async Task Section_3_5_2_attributes_are_added_replaced_and_removed()
    {
        var client = await Client.NewAsync(server.Roster);
        var id = (await client.CreateUserAsync("\"userName\":\"bjensen\",\"addresses\":[{\"type\":\"work\",\"streetAddress\":\"1 Main\",\"locality\":\"Rome\"}]")).Id();

        // Add without a path.
        Emails(await client.PatchAsync($"/Users/{id}", """{"op":"add","value":{"emails":[{"value":"babs@jensen.example","type":"home"}],"nickName":"Babs"}}"""))
            .ShouldBe("""[{"value":"babs@jensen.example","type":"home"}]""");
        (await client.UserAsync(id)).GetProperty("nickName").GetString().ShouldBe("Babs");

        // Replace a chosen value, and a part of one.
        var work = """{"type":"work","streetAddress":"911 Universal City Plaza","locality":"Hollywood","region":"CA","postalCode":"91608","country":"US","formatted":"911 Universal City Plaza\nHollywood, CA 91608 US","primary":true}""";
        (await client.PatchAsync($"/Users/{id}", $$"""{"op":"replace","path":"addresses[type eq \"work\"]","value":{{work}}}"""))
            .Json.GetProperty("addresses").GetRawText().ShouldBe($"[{work}]");
        (await client.PatchAsync($"/Users/{id}", """{"op":"replace","path":"addresses[type eq \"work\"].streetAddress","value":"1010 Broadway Ave"}"""))
            .Json.GetProperty("addresses")[0].GetProperty("streetAddress").GetString().ShouldBe("1010 Broadway Ave");

        // Replace without a path, and remove chosen values.
        Emails(await client.PatchAsync($"/Users/{id}", """{"op":"replace","value":{"emails":[{"value":"bjensen@example.com","type":"work","primary":true},{"value":"babs@jensen.example","type":"home"}],"nickName":"Babs"}}"""))
            .ShouldBe("""[{"value":"bjensen@example.com","type":"work","primary":true},{"value":"babs@jensen.example","type":"home"}]""");
        Emails(await client.PatchAsync($"/Users/{id}", """{"op":"remove","path":"emails[type eq \"work\" and value ew \"example.com\"]"}"""))
            .ShouldBe("""[{"value":"babs@jensen.example","type":"home"}]""");
        (await client.PatchAsync($"/Users/{id}", """{"op":"remove","path":"emails"}""")).Json.TryGetProperty("emails", out _).ShouldBeFalse();

        static string Emails(Answer answer) => answer.Json.GetProperty("emails").GetRawText();
    }

    [Fact]
    public async Task Section_3_6_a_resource_is_deleted()
    {
        var client = await Client.NewAsync(server.Roster);
        var created = (await client.PostAsync("/Users", Bjensen)).Json;
        (await client.DeleteAsync($"/Users/{created.Id()}", ("If-Match", created.Version()))).Status.ShouldBe(204);
        var answer = await client.GetAsync($"/Users/{created.Id()}");
        answer.Status.ShouldBe(404);
        answer.Json.GetProperty("schemas")[0].GetString().ShouldBe(Urns.Error);
        answer.Json.GetProperty("status").GetString().ShouldBe("404");
    }

    [Fact]
    public async Task Section_3_9_additional_attributes_are_chosen()
    {
        var client = await Client.NewAsync(server.Roster);
        var id = (await client.PostAsync("/Users", Bjensen)).Json.Id();
        (await client.GetAsync($"/Users/{id}?attributes=userName")).Text
            .ShouldBe($$"""{"schemas":["{{Urns.User}}"],"id":"{{id}}","userName":"bjensen"}""");
    }

    [Fact]
    public async Task Section_3_14_versions_are_compared()
    {
        var client = await Client.NewAsync(server.Roster);
        var created = (await client.PostAsync("/Users", Bjensen)).Json;
        (await client.GetAsync($"/Users/{created.Id()}?attributes=displayName", ("If-None-Match", created.Version()))).Status.ShouldBe(304);
    }

    /// <summary>All that is expected is there, and besides only what the server adds.</summary>
    private static void Like(JsonElement actual, string expected)
    {
        var wanted = JsonNode.Parse(expected)!.AsObject();
        var got = JsonNode.Parse(actual.GetRawText())!.AsObject();
        foreach (var (name, value) in wanted)
        {
            JsonNode.DeepEquals(got[name], value).ShouldBeTrue($"{name}: {got[name]?.ToJsonString()}");
        }

        got.Select(member => member.Key).Except(wanted.Select(member => member.Key)).Except(["id", "meta", "active"]).ShouldBeEmpty();
    }
}
