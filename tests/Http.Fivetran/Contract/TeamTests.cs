using static Roster.Tests.Http.Fivetran.Expected;

namespace Roster.Tests.Http.Fivetran.Contract;

public sealed class TeamTests(FivetranServer server) : ContractTests(server)
{
    private const string Grace = """{"user_id":"grace","role":"Team Member","created_at":"2026-03-03T10:00:00.123456Z"}""";
    private const string Removed = """{"code":"Success","message":"Team role in account has been removed"}""";

    [Theory]
    [InlineData("GET /v1/teams", null, 200, $$$"""{"code":"Success","message":"Teams retrieved successfully","data":{"items":[{{{NightCrew}}},{{{DayCrew}}}]}}""")]
    [InlineData("GET /v1/teams?limit=0", null, 400, BadLimit)]
    [InlineData("GET /v1/teams?cursor=ab", null, 400, BadCursor)]
    public Task List_all_teams(string request, string? body, int status, string answer) => AnswersAsync(request, body, status, answer);

    [Theory]
    [InlineData("""{"name":"New","description":"Fresh","role":"Owner"}""", """{"name":"New","description":"Fresh","role":"Owner"}""")]
    [InlineData("""{"name":"Night crew","description":"","role":""}""", """{"name":"Night crew","description":null,"role":null}""")]
    [InlineData("""{"name":"New","description":null,"role":null,"id":"mine"}""", """{"name":"New","description":null,"role":null}""")]
    public async Task Create_team(string body, string team)
    {
        var world = await Server.WorldAsync();

        var made = await Server.AskAsync("POST /v1/teams", world.Admin, body);

        var id = made.Data.GetProperty("id").GetString()!;
        id.ShouldStartWith("team-");
        var whole = $$"""{"id":"ID",{{team[1..]}}""";
        made.ShouldBe(201, $$"""{"code":"Success","message":"Team has been created","data":{{whole}}}""");
        (await Server.AskAsync($"GET /v1/teams/{id}", world.Admin))
            .ShouldBe(200, $$"""{"code":"Success","message":"Team details retrieved successfully","data":{{whole}}}""");
    }

    [Theory]
    [InlineData("{}", """{"code":"InvalidInput","message":"Field 'name' is required"}""")]
    [InlineData("""{"name":""}""", """{"code":"InvalidInput","message":"Field 'name' must not be empty"}""")]
    [InlineData("""{"name":"New","description":7}""", """{"code":"InvalidInput","message":"Field 'description' must be a text"}""")]
    [InlineData("""{"name":"New","role":"Team Member"}""", """{"code":"InvalidInput","message":"Field 'role' must be the name of a role that can be given here: 'Team Member' is none"}""")]
    public Task Create_team_refuses(string body, string answer) => AnswersAsync("POST /v1/teams", body, 400, answer);

    [Theory]
    [InlineData("GET /v1/teams/night_crew", null, 200, $$$"""{"code":"Success","message":"Team details retrieved successfully","data":{{{NightCrew}}}}""")]
    [InlineData("GET /v1/teams/nobody", null, 404, NoTeam)]
    [InlineData("GET /v1/teams/calm_valley", null, 404, """{"code":"NotFound_Team","message":"Team 'calm_valley' does not exist"}""")]
    public Task Team_details(string request, string? body, int status, string answer) => AnswersAsync(request, body, status, answer);

    [Theory]
    [InlineData("night_crew", "{}", NightCrew)]
    [InlineData("night_crew", """{"name":"Late crew"}""", """{"id":"night_crew","name":"Late crew","description":"After ten.","role":"Account Reviewer"}""")]
    [InlineData("night_crew", """{"description":""}""", """{"id":"night_crew","name":"Night crew","description":null,"role":"Account Reviewer"}""")]
    [InlineData("night_crew", """{"role":"Account Analyst"}""", """{"id":"night_crew","name":"Night crew","description":"After ten.","role":"Account Analyst"}""")]
    [InlineData("night_crew", """{"role":""}""", """{"id":"night_crew","name":"Night crew","description":"After ten.","role":null}""")]
    [InlineData("day_crew", """{"description":"Till ten.","role":"Billing"}""", """{"id":"day_crew","name":"Day crew","description":"Till ten.","role":"Billing"}""")]
    public async Task Modify_team(string team, string body, string changed)
    {
        var world = await Server.WorldAsync();

        (await Server.AskAsync($"PATCH /v1/teams/{team}", world.Admin, body))
            .ShouldBe(200, $$"""{"code":"Success","message":"Team has been updated","data":{{changed}}}""");
        (await Server.AskAsync($"GET /v1/teams/{team}", world.Admin)).Data.GetRawText().ShouldBe(changed);
    }

    [Theory]
    [InlineData("PATCH /v1/teams/night_crew", """{"name":null}""", 400, """{"code":"InvalidInput","message":"Field 'name' is required"}""")]
    [InlineData("PATCH /v1/teams/night_crew", """{"role":"Edit Destination"}""", 400, """{"code":"InvalidInput","message":"Field 'role' must be the name of a role that can be given here: 'Edit Destination' is none"}""")]
    [InlineData("PATCH /v1/teams/nobody", "{}", 404, NoTeam)]
    public Task Modify_team_refuses(string request, string? body, int status, string answer) => AnswersAsync(request, body, status, answer);

    [Fact]
    public async Task Delete_team()
    {
        var world = await Server.WorldAsync();

        (await Server.AskAsync("DELETE /v1/teams/night_crew", world.Admin)).ShouldBe(200, """{"code":"Success","message":"Team has been deleted"}""");

        (await Server.AskAsync("GET /v1/teams/night_crew", world.Admin)).Status.ShouldBe(404);
        (await Server.AskAsync("GET /v1/teams", world.Admin)).Items.Select(team => team.GetRawText()).ShouldBe([DayCrew]);
        (await Server.AskAsync("DELETE /v1/teams/nobody", world.Admin)).ShouldBe(404, NoTeam);
    }

    [Theory]
    [InlineData("DELETE /v1/teams/night_crew/role", null, 200, Removed)]
    [InlineData("DELETE /v1/teams/day_crew/role", null, 200, Removed)]
    [InlineData("DELETE /v1/teams/nobody/role", null, 404, NoTeam)]
    public Task Delete_team_membership_in_account(string request, string? body, int status, string answer) => AnswersAsync(request, body, status, answer);

    [Theory]
    [InlineData("GET /v1/teams/night_crew/users", null, 200, $$$"""{"code":"Success","message":"Team users retrieved successfully","data":{"items":[{{{Grace}}}]}}""")]
    [InlineData("GET /v1/teams/night_crew/users?active=true&limit=1", null, 200, $$$"""{"code":"Success","message":"Team users retrieved successfully","data":{"items":[{{{Grace}}}]}}""")]
    [InlineData("GET /v1/teams/night_crew/users?active=false", null, 200, """{"code":"Success","message":"Team users retrieved successfully","data":{"items":[]}}""")]
    [InlineData("GET /v1/teams/day_crew/users", null, 200, """{"code":"Success","message":"Team users retrieved successfully","data":{"items":[]}}""")]
    [InlineData("GET /v1/teams/night_crew/users?limit=1001", null, 400, BadLimit)]
    [InlineData("GET /v1/teams/night_crew/users?cursor=ab", null, 400, BadCursor)]
    [InlineData("GET /v1/teams/nobody/users", null, 404, NoTeam)]
    public Task List_users_in_team(string request, string? body, int status, string answer) => AnswersAsync(request, body, status, answer);

    [Theory]
    [InlineData("POST /v1/teams/day_crew/users", """{"user_id":"mary"}""", 201, """{"code":"Success","message":"User has been added to the team","data":{"user_id":"mary","role":"Team Member","created_at":"2026-03-03T10:00:00.123456Z"}}""")]
    [InlineData("POST /v1/teams/day_crew/users", """{"user_id":"mary","role":"Team Manager"}""", 201, """{"code":"Success","message":"User has been added to the team","data":{"user_id":"mary","role":"Team Manager","created_at":"2026-03-03T10:00:00.123456Z"}}""")]
    [InlineData("POST /v1/teams/day_crew/users", "{}", 400, """{"code":"InvalidInput","message":"Field 'user_id' is required"}""")]
    [InlineData("POST /v1/teams/day_crew/users", """{"user_id":"mary","role":"Account Reviewer"}""", 400, """{"code":"InvalidInput","message":"Field 'role' must be the name of a role that can be given here: 'Account Reviewer' is none"}""")]
    [InlineData("POST /v1/teams/day_crew/users", """{"user_id":"nobody"}""", 404, NoUser)]
    [InlineData("POST /v1/teams/nobody/users", """{"user_id":"mary"}""", 404, NoTeam)]
    [InlineData("POST /v1/teams/night_crew/users", """{"user_id":"grace"}""", 409, """{"code":"Conflict","message":"The user 'grace' has a role there already: 'Team Member'."}""")]
    public Task Add_user_to_team(string request, string? body, int status, string answer) => AnswersAsync(request, body, status, answer);

    [Theory]
    [InlineData("GET /v1/teams/night_crew/users/grace", null, 200, $$$"""{"code":"Success","message":"Team user details retrieved successfully","data":{{{Grace}}}}""")]
    [InlineData("GET /v1/teams/night_crew/users/nobody", null, 404, NoUser)]
    [InlineData("GET /v1/teams/nobody/users/grace", null, 404, NoTeam)]
    [InlineData("GET /v1/teams/night_crew/users/mary", null, 404, """{"code":"NotFound","message":"The user 'mary' has no role in 'night_crew'."}""")]
    public Task Get_user_in_team(string request, string? body, int status, string answer) => AnswersAsync(request, body, status, answer);

    [Theory]
    [InlineData("PATCH /v1/teams/night_crew/users/grace", """{"role":"Team Manager"}""", 200, """{"code":"Success","message":"User role has been updated","data":{"user_id":"grace","role":"Team Manager","created_at":"2026-03-03T10:00:00.123456Z"}}""")]
    [InlineData("PATCH /v1/teams/night_crew/users/grace", "{}", 400, """{"code":"InvalidInput","message":"Field 'role' is required"}""")]
    [InlineData("PATCH /v1/teams/night_crew/users/mary", """{"role":"Team Manager"}""", 404, """{"code":"NotFound","message":"The user 'mary' has no role in 'night_crew'."}""")]
    [InlineData("PATCH /v1/teams/nobody/users/grace", """{"role":"Team Manager"}""", 404, NoTeam)]
    public Task Update_user_membership(string request, string? body, int status, string answer) => AnswersAsync(request, body, status, answer);

    [Theory]
    [InlineData("DELETE /v1/teams/night_crew/users/grace", null, 200, """{"code":"Success","message":"User has been removed from the team"}""")]
    [InlineData("DELETE /v1/teams/night_crew/users/mary", null, 404, """{"code":"NotFound","message":"The user 'mary' has no role in 'night_crew'."}""")]
    [InlineData("DELETE /v1/teams/nobody/users/grace", null, 404, NoTeam)]
    public Task Delete_user_from_team(string request, string? body, int status, string answer) => AnswersAsync(request, body, status, answer);
}
