using static Roster.Tests.Http.Fivetran.Expected;

namespace Roster.Tests.Http.Fivetran.Contract;

/// <summary><c>{c}</c> and <c>{C}</c> stand for the two forms: connectors and Connector, connections and Connection.</summary>
public sealed class TeamMembershipTests(FivetranServer server) : ContractTests(server)
{
    private const string Group = """{"id":"calm_valley","role":"View Destination","created_at":"2026-03-03T10:00:00.123456Z"}""";
    private const string Connection = """{"id":"brisk_harbor","role":"View Connection","created_at":"2026-03-03T10:00:00.123456Z"}""";
    private const string NotInGroup = """{"code":"NotFound","message":"The team 'day_crew' has no role in 'calm_valley'."}""";
    private const string NotInConnection = """{"code":"NotFound","message":"The team 'day_crew' has no role in 'brisk_harbor'."}""";
    private const string NoConnection = """{"code":"NotFound_{C}","message":"{C} 'nowhere' does not exist"}""";
    private const string BadRole = """{"code":"InvalidInput","message":"Field 'role' must be the name of a role that can be given here: 'Team Member' is none"}""";
    private const string NeitherField = """{"code":"InvalidInput","message":"Field 'id' is required; role is required"}""";
    private const string NoRole = """{"code":"InvalidInput","message":"Field 'role' is required"}""";

    [Theory]
    [InlineData("GET /v1/teams/night_crew/groups", null, 200, $$$"""{"code":"Success","message":"Team group memberships retrieved successfully","data":{"items":[{{{Group}}}]}}""")]
    [InlineData("GET /v1/teams/day_crew/groups?cursor=", null, 200, """{"code":"Success","message":"Team group memberships retrieved successfully","data":{"items":[]}}""")]
    [InlineData("GET /v1/teams/night_crew/groups?limit=-1", null, 400, BadLimit)]
    [InlineData("GET /v1/teams/night_crew/groups?cursor=ab", null, 400, BadCursor)]
    [InlineData("GET /v1/teams/nobody/groups", null, 404, NoTeam)]
    public Task Get_team_memberships_in_groups(string request, string? body, int status, string answer) => AnswersAsync(request, body, status, answer);

    [Theory]
    [InlineData("POST /v1/teams/day_crew/groups", """{"id":"calm_valley","role":"Destination Analyst"}""", 201, """{"code":"Success","message":"Group membership has been created","data":{"id":"calm_valley","role":"Destination Analyst","created_at":"2026-03-03T10:00:00.123456Z"}}""")]
    [InlineData("POST /v1/teams/day_crew/groups", "{}", 400, NeitherField)]
    [InlineData("POST /v1/teams/day_crew/groups", """{"id":"calm_valley","role":"Team Member"}""", 400, BadRole)]
    [InlineData("POST /v1/teams/nobody/groups", """{"id":"calm_valley","role":"View Destination"}""", 404, NoTeam)]
    [InlineData("POST /v1/teams/day_crew/groups", """{"id":"nowhere","role":"View Destination"}""", 404, NoGroup)]
    [InlineData("POST /v1/teams/night_crew/groups", """{"id":"calm_valley","role":"View Destination"}""", 409, """{"code":"Conflict","message":"The team 'night_crew' has a role there already: 'View Destination'."}""")]
    public Task Add_team_membership_in_group(string request, string? body, int status, string answer) => AnswersAsync(request, body, status, answer);

    [Theory]
    [InlineData("GET /v1/teams/night_crew/groups/calm_valley", null, 200, $$$"""{"code":"Success","message":"Team group membership retrieved successfully","data":{{{Group}}}}""")]
    [InlineData("GET /v1/teams/nobody/groups/nowhere", null, 404, NoTeam)]
    [InlineData("GET /v1/teams/night_crew/groups/nowhere", null, 404, NoGroup)]
    [InlineData("GET /v1/teams/day_crew/groups/calm_valley", null, 404, NotInGroup)]
    public Task Get_team_membership_in_group(string request, string? body, int status, string answer) => AnswersAsync(request, body, status, answer);

    [Theory]
    [InlineData("PATCH /v1/teams/night_crew/groups/calm_valley", """{"role":"Edit Destination"}""", 200, """{"code":"Success","message":"Group membership has been updated","data":{"id":"calm_valley","role":"Edit Destination","created_at":"2026-03-03T10:00:00.123456Z"}}""")]
    [InlineData("PATCH /v1/teams/night_crew/groups/calm_valley", "{}", 400, NoRole)]
    [InlineData("PATCH /v1/teams/night_crew/groups/calm_valley", """{"role":"Team Member"}""", 400, BadRole)]
    [InlineData("PATCH /v1/teams/nobody/groups/calm_valley", """{"role":"Edit Destination"}""", 404, NoTeam)]
    [InlineData("PATCH /v1/teams/day_crew/groups/calm_valley", """{"role":"Edit Destination"}""", 404, NotInGroup)]
    public Task Update_team_membership_in_group(string request, string? body, int status, string answer) => AnswersAsync(request, body, status, answer);

    [Theory]
    [InlineData("DELETE /v1/teams/night_crew/groups/calm_valley", null, 200, """{"code":"Success","message":"Group membership has been deleted"}""")]
    [InlineData("DELETE /v1/teams/nobody/groups/calm_valley", null, 404, NoTeam)]
    [InlineData("DELETE /v1/teams/day_crew/groups/calm_valley", null, 404, NotInGroup)]
    public Task Delete_team_membership_in_group(string request, string? body, int status, string answer) => AnswersAsync(request, body, status, answer);

    [Theory]
    [InlineData("GET /v1/teams/night_crew/{c}", null, 200, $$$"""{"code":"Success","message":"Team connection memberships retrieved successfully","data":{"items":[{{{Connection}}}]}}""")]
    [InlineData("GET /v1/teams/day_crew/{c}", null, 200, """{"code":"Success","message":"Team connection memberships retrieved successfully","data":{"items":[]}}""")]
    [InlineData("GET /v1/teams/night_crew/{c}?limit=1001", null, 400, BadLimit)]
    [InlineData("GET /v1/teams/nobody/{c}", null, 404, NoTeam)]
    public Task Get_team_memberships_in_connectors(string request, string? body, int status, string answer) => BothFormsAnswerAsync(request, body, status, answer);

    [Theory]
    [InlineData("POST /v1/teams/day_crew/{c}", """{"id":"brisk_harbor","role":"Edit Connection"}""", 201, """{"code":"Success","message":"{C} membership has been created","data":{"id":"brisk_harbor","role":"Edit Connection","created_at":"2026-03-03T10:00:00.123456Z"}}""")]
    [InlineData("POST /v1/teams/day_crew/{c}", "{}", 400, NeitherField)]
    [InlineData("POST /v1/teams/day_crew/{c}", """{"id":"nowhere","role":"Edit Connection"}""", 404, NoConnection)]
    [InlineData("POST /v1/teams/nobody/{c}", """{"id":"brisk_harbor","role":"Edit Connection"}""", 404, NoTeam)]
    [InlineData("POST /v1/teams/night_crew/{c}", """{"id":"brisk_harbor","role":"Edit Connection"}""", 409, """{"code":"Conflict","message":"The team 'night_crew' has a role there already: 'View Connection'."}""")]
    public Task Add_team_membership_in_connector(string request, string? body, int status, string answer) => BothFormsAnswerAsync(request, body, status, answer);

    [Theory]
    [InlineData("GET /v1/teams/night_crew/{c}/brisk_harbor", null, 200, $$$"""{"code":"Success","message":"Team connection membership retrieved successfully","data":{{{Connection}}}}""")]
    [InlineData("GET /v1/teams/nobody/{c}/brisk_harbor", null, 404, NoTeam)]
    [InlineData("GET /v1/teams/night_crew/{c}/nowhere", null, 404, NoConnection)]
    [InlineData("GET /v1/teams/day_crew/{c}/brisk_harbor", null, 404, NotInConnection)]
    public Task Get_team_membership_in_connector(string request, string? body, int status, string answer) => BothFormsAnswerAsync(request, body, status, answer);

    [Theory]
    [InlineData("PATCH /v1/teams/night_crew/{c}/brisk_harbor", """{"role":"Connector Administrator"}""", 200, """{"code":"Success","message":"{C} membership has been updated","data":{"id":"brisk_harbor","role":"Connector Administrator","created_at":"2026-03-03T10:00:00.123456Z"}}""")]
    [InlineData("PATCH /v1/teams/night_crew/{c}/brisk_harbor", "{}", 400, NoRole)]
    [InlineData("PATCH /v1/teams/day_crew/{c}/brisk_harbor", """{"role":"Edit Connection"}""", 404, NotInConnection)]
    public Task Update_team_membership_in_connector(string request, string? body, int status, string answer) => BothFormsAnswerAsync(request, body, status, answer);

    [Theory]
    [InlineData("DELETE /v1/teams/night_crew/{c}/brisk_harbor", null, 200, """{"code":"Success","message":"{C} membership has been deleted"}""")]
    [InlineData("DELETE /v1/teams/nobody/{c}/brisk_harbor", null, 404, NoTeam)]
    [InlineData("DELETE /v1/teams/day_crew/{c}/brisk_harbor", null, 404, NotInConnection)]
    public Task Delete_team_membership_in_connector(string request, string? body, int status, string answer) => BothFormsAnswerAsync(request, body, status, answer);
}
