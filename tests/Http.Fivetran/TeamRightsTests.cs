using Roster.Core.Keys;
using Roster.Core.Roles;
using Roster.Core.Scopes;

namespace Roster.Tests.Http.Fivetran;

/// <summary>What a team gives to who sits in it, and what nobody gives to others by way of one.</summary>
public sealed class TeamRightsTests(FivetranServer server)
{
    [Fact]
    public async Task A_users_key_counts_as_far_as_the_teams_roles_reach()
    {
        var world = await server.WorldAsync();
        var key = await world.KeyAsync(Grants.Admin, owner: "mary");
        (await server.AskAsync("GET /v1/groups/calm_valley", key)).Status.ShouldBe(403);

        await world.GiveAsync("mary", ScopeId.Team("night_crew"), "Team Member");
        (await server.AskAsync("GET /v1/groups/calm_valley", key)).Status.ShouldBe(200);
        (await server.AskAsync("DELETE /v1/groups/still_lake", key)).Status.ShouldBe(403);

        await world.GiveTeamInAccountAsync("night_crew", "Account Administrator");
        (await server.AskAsync("DELETE /v1/groups/still_lake", key)).Status.ShouldBe(200);

        (await server.AskAsync("DELETE /v1/teams/night_crew/role", world.Admin)).Status.ShouldBe(200);
        (await server.AskAsync("POST /v1/groups", key, """{"name":"More"}""")).Status.ShouldBe(403);
    }

    [Theory]
    [InlineData("POST /v1/teams/night_crew/users", """{"user_id":"mary"}""")]
    [InlineData("PATCH /v1/teams/night_crew/users/grace", """{"role":"Team Member"}""")]
    [InlineData("DELETE /v1/teams/night_crew/users/grace", null)]
    [InlineData("PATCH /v1/teams/night_crew", """{"name":"Crew"}""")]
    [InlineData("PATCH /v1/teams/night_crew", """{"role":""}""")]
    [InlineData("DELETE /v1/teams/night_crew/role", null)]
    [InlineData("DELETE /v1/teams/night_crew", null)]
    [InlineData("POST /v1/teams", """{"name":"New","role":"Account Administrator"}""")]
    [InlineData("PATCH /v1/teams/day_crew", """{"role":"Owner"}""")]
    [InlineData("POST /v1/teams/day_crew/groups", """{"id":"calm_valley","role":"Manage Destination"}""")]
    [InlineData("DELETE /v1/users/grace", null)]
    public async Task Who_gives_no_admins_role_gives_none_by_way_of_a_team(string request, string? body)
    {
        var world = await server.WorldAsync();
        await world.GiveTeamInAccountAsync("night_crew", "Account Administrator");
        var key = await world.KeyAsync(Grants.Provision, level: Level.Member);
        (await server.AskAsync("PATCH /v1/teams/day_crew", key, """{"name":"Crew","role":"Account Analyst"}""")).Status.ShouldBe(200);

        var answer = await server.AskAsync(request, key, body);

        answer.Status.ShouldBe(403, answer.Text);
        answer.Text.ShouldContain("may not touch a role of level admin");
    }

    [Fact]
    public async Task A_seat_outlives_suspension_and_ends_with_the_user()
    {
        var world = await server.WorldAsync();
        await world.SuspendAsync("grace");
        (await server.AskAsync("GET /v1/teams/night_crew/users?active=false", world.Admin)).Items.Count.ShouldBe(1);
        (await server.AskAsync("GET /v1/users/grace/groups", world.Admin)).Items.ShouldBeEmpty();

        (await server.AskAsync("DELETE /v1/users/grace", world.Admin)).Status.ShouldBe(200);
        (await server.AskAsync("GET /v1/teams/night_crew/users", world.Admin)).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_team_makes_no_owner()
    {
        var world = await server.WorldAsync();
        await world.GiveTeamInAccountAsync("night_crew", "Account Administrator");

        (await server.AskAsync("DELETE /v1/users/ada", world.Admin)).ShouldBe(409, Expected.LastOwner);
    }

    [Fact]
    public async Task Who_manages_a_team_fills_it_and_gives_it_nothing()
    {
        var world = await server.WorldAsync();
        await world.GiveAsync("mary", ScopeId.Team("day_crew"), "Team Manager");
        var key = await world.KeyAsync(Grants.Admin, owner: "mary");

        (await server.AskAsync("POST /v1/teams/day_crew/users", key, """{"user_id":"grace","role":"Team Manager"}""")).Status.ShouldBe(201);
        (await server.AskAsync("PATCH /v1/teams/day_crew", key, """{"name":"Early crew"}""")).Status.ShouldBe(200);

        (await server.AskAsync("PATCH /v1/teams/day_crew", key, """{"role":"Account Reviewer"}""")).Status.ShouldBe(403);
        (await server.AskAsync("POST /v1/teams/day_crew/groups", key, """{"id":"calm_valley","role":"View Destination"}""")).Status.ShouldBe(403);
        (await server.AskAsync("POST /v1/teams/night_crew/users", key, """{"user_id":"mary"}""")).Status.ShouldBe(403);
        (await server.AskAsync("DELETE /v1/teams/day_crew", key)).Status.ShouldBe(403);
    }

    [Fact]
    public async Task Who_reaches_a_group_through_a_team_is_not_in_its_list()
    {
        var world = await server.WorldAsync();
        await world.GiveAsync("mary", ScopeId.Team("night_crew"), "Team Member");

        (await server.AskAsync("GET /v1/groups/calm_valley/users", world.Admin)).Items
            .Select(user => user.GetProperty("id").GetString()).ShouldBe(["ada", "grace"]);
        (await server.AskAsync("GET /v1/users/mary/groups", world.Admin)).Items.ShouldBeEmpty();
    }
}
