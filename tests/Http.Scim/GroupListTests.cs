namespace Roster.Tests.Http.Scim;

/// <summary>Lists of groups: filters, order, pages, and both types together.</summary>
public sealed class GroupListTests(ScimServer server)
{
    [Fact]
    public async Task Filters_find_what_they_say_and_nothing_else()
    {
        var client = await Client.NewAsync(server.Roster);
        var (ana, bo) = (await client.AddUserAsync("ana"), await client.AddUserAsync("bo"));
        var ops = (await client.CreateGroupAsync($$"""
            "displayName":"Ops","externalId":"E1","members":[{"value":"{{ana}}"}]
            """)).Id();
        var dev = await client.TeamAsync("Dév Müller", ana, bo);
        (string Filter, string[] Ids)[] cases =
        [
            ("displayName eq \"oPS\"", [ops]), ("displayName eq \"dÉV mÜLLER\"", [dev]), ("displayName sw \"D\"", [dev]), ("displayName eq \"Op\"", []),
            ("externalId eq \"E1\"", [ops]), ("externalId eq \"e1\"", []), ($"id eq \"{dev}\"", [dev]), ($"id eq \"{dev.ToUpperInvariant()}\"", []),
            ($"members eq \"{ana}\"", [ops, dev]), ($"members.value eq \"{bo}\"", [dev]), ($"members[value eq \"{bo}\"]", [dev]), ("members eq \"nobody\"", []),
            ($"id eq \"{ops}\" and members eq \"{ana}\"", [ops]), ($"id eq \"{ops}\" and members eq \"{bo}\"", []),
            ($"displayName eq \"Ops\" and not (members eq \"{bo}\")", [ops]), ($"members eq \"{ana}\" and not (members eq \"{bo}\")", [ops]),
            ("members pr", [ops, dev]), ($"members.value co \"{bo}\"", [dev]), ($"externalId pr or members eq \"{bo}\"", [ops, dev]),
            ("meta.resourceType eq \"Group\" and externalId pr", [ops]), ("displayName eq null", []),
        ];
        foreach (var (filter, ids) in cases)
        {
            (await client.FindGroupsAsync(filter)).ShouldBe((IEnumerable<string>)ids, filter);
        }

        (await client.GetAsync("/Groups?filter=userName%20eq%20%22x%22")).Error().ShouldBe("400 invalidFilter");
        (await client.GetAsync("/Groups?filter=")).Error().ShouldBe("400 invalidFilter");
    }

    [Fact]
    public async Task Without_members_none_are_read_or_shown()
    {
        var client = await Client.NewAsync(server.Roster);
        var team = await client.TeamAsync("Ops", await client.AddUserAsync("ana"));
        foreach (var target in new[] { $"/Groups/{team}?excludedAttributes=members", "/Groups?excludedAttributes=members&filter=displayName%20eq%20%22Ops%22" })
        {
            (await client.GetAsync(target)).Text.ShouldNotContain("members");
        }

        (await client.GetAsync($"/Groups/{team}?attributes=displayName")).Json.EnumerateObject().Select(member => member.Name)
            .ShouldBe(["schemas", "id", "displayName"]);
    }

    [Fact]
    public async Task They_are_sorted_by_name_and_walked_by_cursor_while_others_come_and_go()
    {
        var client = await Client.NewAsync(server.Roster);
        var teams = new List<string>();
        foreach (var name in new[] { "b", "A", "c", "D", "e" })
        {
            teams.Add(await client.TeamAsync(name));
        }

        var sorted = (await client.GetAsync("/Groups?sortBy=displayName&filter=displayName%20lt%20%22w%22")).Json.GetProperty("Resources");
        sorted.EnumerateArray().Select(group => group.GetProperty("displayName").GetString()).ShouldBe(["A", "b", "c", "D", "e"]);

        var seen = new List<string>();
        for (var cursor = ""; ;)
        {
            var page = await client.GetAsync($"/Groups?cursor={cursor}&count=2");
            page.Status.ShouldBe(200, page.ToString());
            seen.AddRange(page.Json.GetProperty("Resources").EnumerateArray().Select(group => group.Id()));
            if (!page.Json.TryGetProperty("nextCursor", out var next))
            {
                break;
            }

            cursor = next.GetString();
            if (seen.Count == 2)
            {
                await client.DeleteAsync($"/Groups/{teams[0]}");
                await client.DeleteAsync($"/Groups/{teams[3]}");
                await client.Account.CreateOrganizationAsync("New", LevelGroupTests.OrgId());
            }
        }

        seen.Count.ShouldBe(seen.Distinct().Count());
        seen.Take(4).ShouldBe([teams[0], teams[1], teams[2], teams[4]]);
        seen.Count.ShouldBe(4 + 6);
    }

    [Fact]
    public async Task Both_types_are_asked_at_once()
    {
        var client = await Client.NewAsync(server.Roster);
        var ana = await client.AddUserAsync("ana", ",\"displayName\":\"Same\"");
        var team = await client.TeamAsync("same", ana);

        foreach (var answer in new[]
        {
            await client.GetAsync("/?filter=displayName%20eq%20%22SAME%22"),
            await client.PostAsync("/.search", """{"schemas":["urn:ietf:params:scim:api:messages:2.0:SearchRequest"],"filter":"displayName eq \"SAME\""}"""),
        })
        {
            answer.Json.GetProperty("Resources").EnumerateArray().Select(found => found.Id()).ShouldBe([ana, team]);
        }

        (await client.GetAsync("/?filter=userName%20eq%20%22ana%22")).Json.GetProperty("totalResults").GetInt32().ShouldBe(1);
        (await client.GetAsync("/?filter=fake%20eq%20%22ana%22")).Error().ShouldBe("400 invalidFilter");
        var found = await client.PostAsync("/Groups/.search", """{"schemas":["urn:ietf:params:scim:api:messages:2.0:SearchRequest"],"filter":"displayName eq \"SAME\"","attributes":["displayName"]}""");
        found.Json.GetProperty("Resources").EnumerateArray().ShouldHaveSingleItem().GetProperty("displayName").GetString().ShouldBe("same");

        // The first page ends within users, the second begins there and goes on with groups.
        var walked = new List<string>();
        for (var cursor = ""; cursor is not null;)
        {
            var page = await client.GetAsync($"/?cursor={cursor}&count=1");
            walked.AddRange(page.Json.GetProperty("Resources").EnumerateArray().Select(item => item.Id()));
            cursor = page.Json.TryGetProperty("nextCursor", out var next) ? next.GetString() : null;
        }

        walked.ShouldBe([ana, team, client.Level("admin"), client.Level("member"), client.Level("viewer")]);
    }
}
