using Roster.Http.Scim.Schemas;
using static Roster.Tests.Http.Scim.ListTests;

namespace Roster.Tests.Http.Scim;

public sealed class CursorTests(ScimServer server)
{
    [Fact]
    public async Task A_walk_by_cursor_sees_everybody_once()
    {
        var client = await Client.NewAsync(server.Roster);
        var ids = new List<string>();
        for (var i = 0; i < 25; i++)
        {
            ids.Add((await client.CreateUserAsync($"\"userName\":\"user{i}\",\"title\":\"{i % 2}\"")).Id());
        }

        (await WalkAsync(client, "count=10")).ShouldBe(ids);
        (await WalkAsync(client, "count=25")).ShouldBe(ids);
        (await WalkAsync(client, "count=3&filter=title+eq+%221%22")).ShouldBe(ids.Where((_, i) => i % 2 == 1));
        (await WalkAsync(client, "count=3&filter=active+eq+true")).ShouldBe(ids);
        (await WalkAsync(client, "count=4&sortBy=title&sortOrder=descending")).ShouldBe([.. ids.Where((_, i) => i % 2 == 1), .. ids.Where((_, i) => i % 2 == 0)]);

        var first = (await client.GetAsync("/Users?cursor=&count=10&filter=id+pr")).Json;
        first.GetProperty("totalResults").GetInt32().ShouldBe(25);
        var cursor = first.GetProperty("nextCursor").GetString()!;
        cursor.ShouldAllBe(c => char.IsAsciiLetterOrDigit(c) || "-._~".Contains(c));

        // The same walk goes on in a search request, and count may be left out.
        Ids((await client.PostAsync("/Users/.search", $$"""{"schemas":["{{Urns.SearchRequest}}"],"filter":"id pr","cursor":"{{cursor}}"}""")).Json).ShouldBe(ids.Skip(10).Take(10));
        Ids((await client.GetAsync($"/Users?cursor={cursor}&count=10&filter=id+pr&attributes=userName")).Json).ShouldBe(ids.Skip(10).Take(10));
        (await client.GetAsync($"/Users?cursor={cursor}&count=11&filter=id+pr")).Error().ShouldBe("400 invalidCount");
        (await client.GetAsync("/Users?cursor&count=0")).Json.TryGetProperty("nextCursor", out _).ShouldBeFalse();
        Ids((await client.GetAsync("/Users?cursor&count=5000")).Json).ShouldBe(ids);

        var texts = new HashSet<string>();
        foreach (var target in new[]
        {
            $"/Users?cursor={cursor}", $"/Users?cursor={cursor}&filter=userName+pr", $"/Users?cursor={cursor}&filter=id+pr&sortBy=userName",
            $"/?cursor={cursor}&filter=id+pr", $"/Users?cursor={cursor[..^1]}&filter=id+pr", $"/Users?cursor={(cursor[0] == 'A' ? 'B' : 'A')}{cursor[1..]}&filter=id+pr",
            $"/Users?cursor={cursor}A&filter=id+pr", "/Users?cursor=x&filter=id+pr",
        })
        {
            var answer = await client.GetAsync(target);
            answer.Error().ShouldBe("400 invalidCursor", target);
            texts.Add(answer.Text);
        }

        var other = await Client.NewAsync(server.Roster);
        var foreign = await other.GetAsync($"/Users?cursor={cursor}&filter=id+pr");
        foreign.Error().ShouldBe("400 invalidCursor");
        texts.Add(foreign.Text);
        texts.Count.ShouldBe(1, "one text for all");

        // Another key of the account may go on with it.
        Ids((await client.With(await client.Account.MintKeyAsync(Roster.Core.Keys.Grants.Read)).GetAsync($"/Users?cursor={cursor}&filter=id+pr")).Json).ShouldBe(ids.Skip(10).Take(10));
    }

    [Theory]
    [InlineData("")]
    [InlineData("&sortBy=displayName")]
    [InlineData("&filter=displayName+pr")]
    public async Task A_walk_through_all_types_sees_everything_once(string more)
    {
        var client = await Client.NewAsync(server.Roster);
        var users = new List<string>();
        for (var i = 0; i < 4; i++)
        {
            users.Add((await client.CreateUserAsync($"\"userName\":\"user{i}\",\"displayName\":\"D{i}\"")).Id());
        }

        await client.Account.CreateTeamAsync("A");
        await client.Account.CreateTeamAsync("B");
        var all = Ids((await client.GetAsync($"/?count=1000{more}")).Json);
        all.Count.ShouldBe(9, "four users, two teams, and three levels in the account");
        all.Take(4).ShouldBe(users);

        // However long the pages are, and where the users end just where one does too.
        for (var count = 1; count <= 10; count++)
        {
            (await WalkAsync(client, $"count={count}{more}", "/")).ShouldBe(all, $"{count}");
            for (var start = 1; start <= 10; start++)
            {
                Ids((await client.GetAsync($"/?startIndex={start}&count={count}{more}")).Json).ShouldBe(all.Skip(start - 1).Take(count), $"{start} {count}");
            }
        }
    }

    [Fact]
    public async Task Cursors_outlive_a_restart_and_then_expire()
    {
        await using var roster = await RosterServer.StartAsync(new() { Settings = new Dictionary<string, string> { ["ROSTER_SCIM_CURSOR_TIMEOUT"] = "60" } });
        var client = await Client.NewAsync(roster);
        await client.CreateUserAsync("\"userName\":\"a\"");
        var b = (await client.CreateUserAsync("\"userName\":\"b\"")).Id();
        var cursor = (await client.GetAsync("/Users?cursor&count=1")).Json.GetProperty("nextCursor").GetString();
        await roster.RestartAsync();
        Ids((await client.GetAsync($"/Users?cursor={cursor}")).Json).ShouldBe([b]);
        roster.Clock.Advance(TimeSpan.FromSeconds(61));
        (await client.GetAsync($"/Users?cursor={cursor}")).Error().ShouldBe("400 expiredCursor");
    }

    internal static async Task<List<string>> WalkAsync(Client client, string query, string endpoint = "/Users")
    {
        var ids = new List<string>();
        for (var cursor = ""; ;)
        {
            var page = (await client.GetAsync($"{endpoint}?cursor={cursor}&{query}")).Json;
            ids.AddRange(Ids(page));
            if (!page.TryGetProperty("nextCursor", out var next))
            {
                return ids;
            }

            cursor = next.GetString()!;
            ids.Count.ShouldBeLessThan(1_000);
        }
    }
}
