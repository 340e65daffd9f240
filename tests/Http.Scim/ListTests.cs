using System.Text.Json;
using Roster.Http.Scim.Schemas;

namespace Roster.Tests.Http.Scim;

public sealed class ListTests(ScimServer server)
{
    private const string Enterprise = Urns.EnterpriseUser;

    [Fact]
    public async Task What_must_work_works()
    {
        var client = await Client.NewAsync(server.Roster);
        var team = await client.Account.CreateTeamAsync("Ops");
        var boss = (await client.CreateUserAsync("\"userName\":\"boss@x.example\",\"displayName\":\"B\"")).Id();
        var ana = (await client.CreateUserAsync($$$"""
            "userName":"Jana@X.example","externalId":"00U1","displayName":"Ana Lo","name":{"familyName":"Lo","givenName":"Ana"},"emails":[{"value":"w@a.example","type":"work"},{"value":"h@b.example","type":"home"}],"title":"T","{{{Enterprise}}}":{"employeeNumber":"7","manager":{"value":"{{{boss}}}"}}
            """)).Id();
        var bo = (await client.CreateUserAsync("\"userName\":\"bo\",\"active\":false")).Id();
        await client.Account.RegisterUserAsync("ivy@c.example");
        (await client.Account.Fivetran.PostAsync($"/v1/teams/{team}/users", $$"""{"user_id":"{{ana}}","role":"Team Member"}""")).Status.ShouldBeInRange(200, 201);
        var ivy = (await client.FindAsync("userName eq \"ivy@c.example\"")).Single();

        await Finds("userName eq \"JANA@x.example\"", ana);
        await Finds("userName eq JANA@x.example", ana);
        await Finds("externalId eq \"00U1\"", ana);
        await Finds("externalId eq \"00u1\"");
        await Finds($"id eq \"{ana}\" and manager eq \"{boss}\"", ana);
        await Finds($"id eq \"{bo}\" and manager eq \"{boss}\"");
        await Finds("emails[type eq \"work\"].value eq \"W@a.example\"", ana);
        await Finds("emails[type eq \"home\"].value eq \"w@a.example\"");
        await Finds("emails.value eq \"ivy@c.example\"", ivy);
        await Finds("emails eq \"h@b.example\"", ana);
        await Finds("emails sw \"IVY@\"", ivy);
        await Finds("emails sw \"h@\"", ana);
        await Finds("displayName eq \"ana lo\"", ana);
        await Finds("displayName sw \"ana\"", ana);
        await Finds($"groups.value eq \"{team}\"", ana);
        await Finds($"groups eq \"{team}\" and title pr", ana);
        await Finds("groups.display eq \"ops\"", ana);
        await Finds("employeeNumber eq \"7\"", ana);
        await Finds($"{Enterprise}:manager.value eq \"{boss}\"", ana);
        await Finds("active eq true and (meta.lastModified ge \"0001-01-03T00:00:00.0000000Z\" and meta.lastModified le \"9999-01-01T00:00:00Z\")", boss, ana, ivy);
        await Finds("active eq true", boss, ana, ivy);
        await Finds("active eq false", bo);
        await Finds("active ne true", bo);
        await Finds("name.familyName eq Lo and (emails.value co a.example or emails.value co z.example)", ana);
        await Finds("userName sw \"J\"", ana);
        await Finds("userName sw \"b\"", boss, bo);
        await Finds("not (title pr)", boss, bo, ivy);
        await Finds($"schemas eq \"{Enterprise}\"", ana);
        await Finds("meta.created ge \"2026-03-03T10:00:00.123456Z\"", boss, ana, bo, ivy);
        await Finds("meta.created gt \"2026-03-03T10:00:00.123456Z\"");
        await Finds("meta.created lt \"2026-03-03T10:00:00.123456Z\"");
        await Finds("name.givenName sw \"a\"", ana);
        await Finds($"id eq \"{Guid.NewGuid()}\"");
        await Finds("userName eq \"bo\" or externalId eq \"00U1\"", ana, bo);
        await Finds($"id eq \"{ana.ToUpperInvariant()}\"");

        async Task Finds(string filter, params string[] ids) => (await client.FindAsync(filter)).ShouldBe(ids, false, filter);
    }

    [Theory]
    [InlineData("filter=", "invalidFilter")]
    [InlineData("filter=fake+eq+1", "invalidFilter")]
    [InlineData("filter=userName", "invalidFilter")]
    [InlineData("filter=id+pr&filter=id+pr", "invalidValue")]
    [InlineData("sortBy=fake", "invalidValue")]
    [InlineData("sortBy=name", "invalidValue")]
    [InlineData("sortBy=userName&sortOrder=up", "invalidValue")]
    [InlineData("startIndex=one", "invalidValue")]
    [InlineData("count=1.5", "invalidValue")]
    [InlineData("attributes=userName&excludedAttributes=emails", "invalidValue")]
    [InlineData("cursor&startIndex=1", "invalidValue")]
    [InlineData("cursor&count=x", "invalidCount")]
    [InlineData("cursor=nonsense", "invalidCursor")]
    [InlineData("cursor=%C3%A9", "invalidCursor")]
    public async Task What_is_not_understood_is_refused(string query, string type)
    {
        var client = await Client.NewAsync(server.Roster);
        (await client.GetAsync("/Users?" + query)).Error().ShouldBe($"400 {type}");
    }

    [Fact]
    public async Task Pages_by_index_are_as_the_rfc_has_them()
    {
        var client = await Client.NewAsync(server.Roster);
        var ids = new List<string>();
        for (var i = 0; i < 105; i++)
        {
            ids.Add((await client.CreateUserAsync($"\"userName\":\"user{i}\"")).Id());
        }

        await Page("", 1, ids.Take(100));
        await Page("startIndex=1&count=10", 1, ids.Take(10));
        await Page("startIndex=101&count=100", 101, ids.Skip(100));
        await Page("startIndex=0&count=2", 1, ids.Take(2));
        await Page("startIndex=-7&count=2", 1, ids.Take(2));
        await Page("startIndex=106", 106, []);
        await Page("startIndex=99999999999999999999", long.MaxValue, []);
        await Page("count=0", 1, []);
        await Page("count=-1", 1, []);
        await Page("count=5000", 1, ids);
        await Page("startIndex=&count=", 1, ids.Take(100));
        await Page("filter=userName+sw+%22user%22&startIndex=3&count=2", 3, ids.Skip(2).Take(2));
        await Page("filter=active+eq+true&startIndex=104", 104, ids.Skip(103));

        async Task Page(string query, long startIndex, IEnumerable<string> expected)
        {
            var page = (await client.GetAsync("/Users?" + query)).Json;
            page.GetProperty("totalResults").GetInt32().ShouldBe(105, query);
            page.GetProperty("startIndex").GetInt64().ShouldBe(startIndex, query);
            Ids(page).ShouldBe(expected, false, query);
        }
    }

    [Fact]
    public async Task A_search_request_asks_the_same_as_a_query()
    {
        var client = await Client.NewAsync(server.Roster);
        var ana = (await client.CreateUserAsync("\"userName\":\"ana\",\"title\":\"T\"")).Id();
        await client.CreateUserAsync("\"userName\":\"bo\"");
        foreach (var target in new[] { "/Users/.search", "/.search" })
        {
            var found = await client.PostAsync(target, $$"""
                {"schemas":["{{Urns.SearchRequest}}"],"attributes":["userName","fake"],"filter":"userName eq \"ANA\"","startIndex":1,"count":10,"sortBy":"userName","sortOrder":"Descending"}
                """);
            found.Status.ShouldBe(200, found.ToString());
            found.Json.GetProperty("Resources").GetRawText()
                .ShouldBe($$"""[{"schemas":["{{Urns.User}}"],"id":"{{ana}}","userName":"ana"}]""");
        }

        (await client.PostAsync("/Users/.search", $$"""{"schemas":["{{Urns.SearchRequest}}"],"excludedAttributes":"title, meta","filter":null}"""))
            .Json.GetProperty("Resources")[0].TryGetProperty("title", out _).ShouldBeFalse();
        (await client.PostAsync("/Users/.search", $$"""{"schemas":["{{Urns.SearchRequest}}"],"filter":""}""")).Error().ShouldBe("400 invalidFilter");
        (await client.PostAsync("/Users/.search", $$"""{"schemas":["{{Urns.SearchRequest}}"],"count":true}""")).Error().ShouldBe("400 invalidValue");
        (await client.PostAsync("/Users/.search", """{"filter":"id pr"}""")).Error().ShouldBe("400 invalidSyntax");
    }

    [Fact]
    public async Task Queries_over_all_types_know_the_names_of_each()
    {
        var client = await Client.NewAsync(server.Roster);
        var ana = (await client.CreateUserAsync("\"userName\":\"ana\",\"displayName\":\"Same\"")).Id();
        Ids((await client.GetAsync("/?filter=userName+eq+%22ana%22")).Json).ShouldBe([ana]);
        Ids((await client.GetAsync("/?filter=displayName+eq+%22same%22")).Json).ShouldContain(ana);
        Ids((await client.GetAsync("/?filter=members+pr")).Json).ShouldNotContain(ana);
        Ids((await client.GetAsync("/?filter=not+(members+pr)+and+userName+pr")).Json).ShouldBe([ana]);
        (await client.GetAsync("/?filter=fake+pr")).Error().ShouldBe("400 invalidFilter");
    }

    [Fact]
    public async Task Lists_are_sorted_by_any_attribute()
    {
        var client = await Client.NewAsync(server.Roster);
        var c = (await client.CreateUserAsync("\"userName\":\"C\",\"title\":\"x\",\"emails\":[{\"value\":\"9\"},{\"value\":\"1\",\"primary\":true}],\"active\":false")).Id();
        var a = (await client.CreateUserAsync("\"userName\":\"a\",\"emails\":[{\"value\":\"3\"},{\"value\":\"0\"}]")).Id();
        var b = (await client.CreateUserAsync("\"userName\":\"B\",\"title\":\"X\",\"emails\":[{\"value\":\"2\"}]")).Id();
        var d = (await client.CreateUserAsync("\"userName\":\"d\",\"title\":\"W\",\"emails\":[]")).Id();

        await Sorted("sortBy=userName", a, b, c, d);
        await Sorted("sortBy=USERNAME&sortOrder=DESCENDING", d, c, b, a);
        await Sorted("sortBy=title", d, c, b, a);
        await Sorted("sortBy=title&sortOrder=descending", a, c, b, d);
        await Sorted("sortBy=emails", c, b, a, d);
        await Sorted("sortBy=emails.value", c, b, a, d);
        await Sorted("sortBy=active", c, a, b, d);
        await Sorted("sortBy=meta.created", c, a, b, d);
        await Sorted("sortOrder=descending", c, a, b, d);
        await Sorted("sortBy=userName&startIndex=2&count=2", b, c);
        await Sorted("sortBy=userName&filter=title+pr", b, c, d);

        async Task Sorted(string query, params string[] ids)
        {
            Ids((await client.GetAsync("/Users?" + query)).Json).ShouldBe(ids, false, query);
            if (!query.Contains("startIndex", StringComparison.Ordinal))
            {
                (await CursorTests.WalkAsync(client, query + "&count=1")).ShouldBe(ids, false, query);
            }
        }
    }

    [Fact]
    public async Task A_filter_without_an_index_goes_through_so_many_and_no_more()
    {
        await using var roster = await RosterServer.StartAsync(new() { Settings = new Dictionary<string, string> { ["ROSTER_SCIM_SCAN_LIMIT"] = "3" } });
        var client = await Client.NewAsync(roster);
        for (var i = 0; i < 4; i++)
        {
            await client.CreateUserAsync($"\"userName\":\"user{i}\",\"title\":\"T\",\"displayName\":\"D{i}\"");
        }

        (await client.GetAsync("/Users?filter=title+pr")).Error().ShouldBe("400 tooMany");
        (await client.GetAsync("/Users?sortBy=userName")).Error().ShouldBe("400 tooMany");
        (await client.FindAsync("userName eq \"user1\" and title pr")).Count.ShouldBe(1);
        (await client.FindAsync("displayName eq \"d2\" and title pr")).Count.ShouldBe(1);
        (await client.FindAsync("active eq true")).Count.ShouldBe(4);
        (await client.GetAsync("/Users")).Json.GetProperty("totalResults").GetInt32().ShouldBe(4);
    }

    [Theory]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("\\")]
    [InlineData("'")]
    [InlineData("\"")]
    [InlineData("]) or (1=1")]
    public async Task Characters_of_other_languages_mean_themselves(string text)
    {
        var client = await Client.NewAsync(server.Roster);
        var quoted = JsonSerializer.Serialize(text);
        var odd = (await client.CreateUserAsync($"\"userName\":{JsonSerializer.Serialize("a" + text + "b")},\"displayName\":{quoted}")).Id();
        await client.CreateUserAsync("\"userName\":\"axb\",\"displayName\":\"x\"");
        (await client.FindAsync($"displayName eq {quoted}")).ShouldBe([odd]);
        (await client.FindAsync($"displayName sw {quoted}")).ShouldBe([odd]);
        (await client.FindAsync($"userName sw {JsonSerializer.Serialize("a" + text)}")).ShouldBe([odd]);
        (await client.FindAsync($"userName co {quoted}")).ShouldBe([odd]);
    }

    internal static List<string> Ids(JsonElement list) => [.. list.GetProperty("Resources").EnumerateArray().Select(user => user.Id())];
}
