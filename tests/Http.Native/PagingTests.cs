using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Roster.Tests.Http.Native;

/// <summary>Lists by cursor: every row once, whatever is written meanwhile, and no cursor counts anywhere else.</summary>
public sealed class PagingTests(NativeServer server)
{
    public static TheoryData<string> Lists =>
    [
        "/api/users", "/api/users?active=true", "/api/organizations", "/api/groups", "/api/connectors", "/api/connectors?groupId=warehouse",
        "/api/memberships", "/api/memberships?kind=organization", "/api/memberships?userId=grace", "/api/keys",
    ];

    [Theory, MemberData(nameof(Lists))]
    public async Task Pages_of_any_size_are_the_list(string list)
    {
        var world = await BusyAsync();
        var all = (await PagesAsync(world, list, 1_000)).ShouldHaveSingleItem();
        all.Count.ShouldBeGreaterThan(3);

        foreach (var limit in new[] { 1, 2, 3, all.Count - 1, all.Count })
        {
            var pages = await PagesAsync(world, list, limit);

            pages.SelectMany(page => page).ShouldBe(all);
            pages.Count.ShouldBe((all.Count + limit - 1) / limit);
        }
    }

    [Fact]
    public async Task What_is_written_meanwhile_neither_repeats_nor_hides_a_row()
    {
        var world = await BusyAsync();
        var first = await world.Admin.GetAsync("/api/users?limit=3");
        var before = (await PagesAsync(world, "/api/users", 1_000))[0];

        await world.Account.DeleteUserAsync(World.Mary);
        await world.Account.RegisterUserAsync("late@example.com", id: "late");

        var seen = Items(first);
        for (var cursor = Cursor(first); cursor is not null;)
        {
            var page = await world.Admin.GetAsync($"/api/users?limit=3&cursor={cursor}");
            seen.AddRange(Items(page));
            cursor = Cursor(page);
        }

        seen.Select(Id).ShouldBe([.. before.Select(Id), "late"]);
    }

    [Fact]
    public async Task A_cursor_is_of_its_list_its_filter_and_its_account_alone()
    {
        var (world, other) = (await BusyAsync(), await BusyAsync());
        foreach (var list in Lists.Select(row => row.Data))
        {
            var cursor = Cursor(await world.Admin.GetAsync(With(list, "limit=1")))!;
            (await world.Admin.GetAsync(With(list, $"cursor={cursor}"))).Status.ShouldBe(200, list);
            (await world.Admin.GetAsync(With(list, $"cursor={cursor[..^1]}"))).Status.ShouldBe(400, list);
            (await other.Admin.GetAsync(With(list, $"cursor={cursor}"))).Status.ShouldBe(400, list);
            foreach (var another in Lists.Select(row => row.Data).Where(another => another != list))
            {
                (await world.Admin.GetAsync(With(another, $"cursor={cursor}"))).Status.ShouldBe(400, $"{list} at {another}");
            }
        }
    }

    /// <summary>A cursor is no secret: whoever knows how it is made can make one, with whatever in it.</summary>
    [Fact]
    public async Task A_cursor_that_somebody_made_of_what_no_store_can_hold_is_none()
    {
        var world = await World.MakeAsync(server.Roster);
        const string last = "a\0";
        var bound = SHA256.HashData(Encoding.UTF8.GetBytes($"{server.Roster.Store.Epoch}/{world.Account.Id}/resource-types/{last}"));

        var answer = await world.Admin.GetAsync(
            "/api/resource-types?cursor=" + Base64Url.EncodeToString([.. bound.AsSpan(0, 8), .. Encoding.UTF8.GetBytes(last)]));

        answer.Status.ShouldBe(400, answer.Text);
    }

    [Fact]
    public async Task Without_a_limit_there_are_a_hundred()
    {
        var world = await World.MakeAsync(server.Roster);
        await Task.WhenAll(Enumerable.Range(0, 99).Select(i => world.Account.RegisterUserAsync($"{i}@example.com")));

        var answer = await world.Admin.GetAsync("/api/users");

        Items(answer).Count.ShouldBe(100);
        Cursor(answer).ShouldNotBeNull();
    }

    private async Task<World> BusyAsync()
    {
        var world = await World.MakeAsync(server.Roster);
        for (var i = 0; i < 4; i++)
        {
            var user = await world.Account.RegisterUserAsync($"user{i}@example.com");
            var organization = await world.Account.CreateOrganizationAsync($"Organization {i}");
            await world.Account.CreateGroupAsync($"Group {i}");
            await world.Account.CreateConnectorAsync(World.Warehouse, $"connector {i}");
            await world.Account.GiveRoleAsync(user, organization, "Organization Member");
            await world.Account.GiveRoleAsync(World.Grace, organization, "Organization Viewer");
            await world.Account.MintKeyAsync(Core.Keys.Grants.Read);
        }

        return world;
    }

    private static async Task<List<List<string>>> PagesAsync(World world, string list, int limit)
    {
        var pages = new List<List<string>>();
        for (string? cursor = ""; cursor is not null;)
        {
            var answer = await world.Admin.GetAsync(With(list, $"limit={limit}&cursor={cursor}"));
            pages.Add(Items(answer));
            cursor = Cursor(answer);
        }

        return pages;
    }

    private static string With(string list, string query) => list + (list.Contains('?') ? '&' : '?') + query;

    private static string Id(string item) => JsonElement.Parse(item).GetProperty("id").GetString()!;

    private static List<string> Items(Answer answer) =>
        [.. answer.Json.GetProperty("items").EnumerateArray().Select(item => item.GetRawText())];

    private static string? Cursor(Answer answer) => answer.Json.GetProperty("nextCursor").GetString();
}
