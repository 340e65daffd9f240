using Roster.Core.Roles;
using Roster.Core.Scopes;

namespace Roster.Tests.Http.Fivetran;

/// <summary>No list skips or repeats an item because others write meanwhile.</summary>
public sealed class PagingTests(FivetranServer server)
{
    [Fact]
    public async Task A_walk_over_users_sees_who_was_there_all_along_once_and_in_order()
    {
        var world = await server.WorldAsync();
        for (var i = 0; i < 20; i++)
        {
            await world.UserAsync($"user-{i:00}", $"{i:00}@example.com");
        }

        var seen = new List<string>();
        for (var (cursor, page) = ("", 0); cursor is not null; page++)
        {
            var answer = await server.AskAsync($"GET /v1/users?limit=3&cursor={cursor}", world.Admin);
            seen.AddRange(answer.Ids);
            cursor = answer.Cursor;
            if (page == 2)
            {
                // The last one seen, one seen long ago and one to come go; one comes.
                await server.AskAsync($"DELETE /v1/users/{seen[^1]}", world.Admin);
                await server.AskAsync("DELETE /v1/users/mary", world.Admin);
                await server.AskAsync("DELETE /v1/users/user-15", world.Admin);
                await world.UserAsync("late", "late@example.com");
            }
        }

        seen.ShouldBe(
            ["ada", "grace", "mary", .. Enumerable.Range(0, 20).Where(i => i != 15).Select(i => $"user-{i:00}"), "late"]);
    }

    [Fact]
    public async Task A_walk_over_a_groups_users_goes_on_after_the_last_one_left()
    {
        var world = await server.WorldAsync();
        for (var i = 0; i < 5; i++)
        {
            await world.UserAsync($"user-{i}", $"{i}@example.com");
            await world.GiveAsync($"user-{i}", ScopeId.Group("calm_valley"), "View Destination");
        }

        var first = await server.AskAsync("GET /v1/groups/calm_valley/users?limit=4", world.Admin);
        await server.AskAsync("DELETE /v1/groups/calm_valley/users/user-1", world.Admin);
        var second = await server.AskAsync($"GET /v1/groups/calm_valley/users?limit=4&cursor={first.Cursor}", world.Admin);

        first.Ids.ShouldBe(["ada", "grace", "user-0", "user-1"]);
        second.Ids.ShouldBe(["user-2", "user-3", "user-4"]);
        second.Cursor.ShouldBeNull();
    }

    [Fact]
    public async Task A_walk_over_roles_shows_each_once()
    {
        var world = await server.WorldAsync();
        var all = (await server.AskAsync("GET /v1/roles", world.Admin)).Items.Select(role => role.GetProperty("name").GetString()).ToList();

        var seen = new List<string?>();
        for (string? cursor = ""; cursor is not null;)
        {
            var answer = await server.AskAsync($"GET /v1/roles?limit=5&cursor={cursor}", world.Admin);
            seen.AddRange(answer.Items.Select(role => role.GetProperty("name").GetString()));
            cursor = answer.Cursor;
        }

        seen.ShouldBe(all);
    }

    [Fact]
    public async Task A_walk_over_roles_goes_on_after_one_that_was_removed()
    {
        var world = await server.WorldAsync();
        var standard = (await server.AskAsync("GET /v1/roles", world.Admin)).Items.Count;
        foreach (var name in new[] { "Janitor", "Usher", "Warden" })
        {
            await world.DefineRoleAsync(name, ScopeKind.Group, Level.Viewer);
        }

        var first = await server.AskAsync($"GET /v1/roles?limit={standard + 2}", world.Admin);
        await world.RemoveRoleAsync("Janitor");
        var second = await server.AskAsync($"GET /v1/roles?cursor={first.Cursor}", world.Admin);

        first.Items[^1].GetProperty("name").GetString().ShouldBe("Usher");
        second.Items.Single().GetProperty("name").GetString().ShouldBe("Warden");
    }

    [Theory]
    [InlineData("GET /v1/users?limit=1", "GET /v1/users?active=true&limit=1")]
    [InlineData("GET /v1/users?limit=1", "GET /v1/groups?limit=1")]
    [InlineData("GET /v1/groups/calm_valley/users?limit=1", "GET /v1/groups/still_lake/users?limit=1")]
    [InlineData("GET /v1/connections?limit=1", "GET /v1/connections?schema=kafka&limit=1")]
    public async Task A_cursor_is_good_for_its_own_list_alone(string request, string other)
    {
        var world = await server.WorldAsync();
        var cursor = (await server.AskAsync(request, world.Admin)).Cursor;

        (await server.AskAsync($"{request}&cursor={cursor}", world.Admin)).Status.ShouldBe(200);
        (await server.AskAsync($"{other}&cursor={cursor}", world.Admin)).ShouldBe(400, Expected.BadCursor);
    }

    [Fact]
    public async Task A_cursor_of_another_account_is_refused()
    {
        var (world, other) = (await server.WorldAsync(), await server.WorldAsync());
        var cursor = (await server.AskAsync("GET /v1/users?limit=1", other.Admin)).Cursor;

        (await server.AskAsync($"GET /v1/users?limit=1&cursor={cursor}", world.Admin)).ShouldBe(400, Expected.BadCursor);
    }
}
