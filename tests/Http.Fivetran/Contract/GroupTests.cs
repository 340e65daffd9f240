using static Roster.Tests.Http.Fivetran.Expected;

namespace Roster.Tests.Http.Fivetran.Contract;

public sealed class GroupTests(FivetranServer server) : ContractTests(server)
{
    private const string NotAMember = """{"code":"NotFound","message":"The user 'ada' has no role in 'calm_valley'."}""";

    [Theory]
    [InlineData("GET /v1/groups", null, 200, $$$"""{"code":"Success","message":"Groups retrieved successfully","data":{"items":[{{{CalmValley}}},{{{StillLake}}}]}}""")]
    [InlineData("GET /v1/groups?limit=1e3", null, 400, BadLimit)]
    [InlineData("GET /v1/groups?cursor=ab", null, 400, BadCursor)]
    public Task List_all_groups(string request, string? body, int status, string answer) => AnswersAsync(request, body, status, answer);

    [Theory]
    [InlineData("POST /v1/groups", """{"name":"Warehouse"}""", 201, """{"code":"Success","message":"Group has been created","data":{"id":"ID","name":"Warehouse","created_at":"2026-03-03T10:00:00.123456Z"}}""")]
    [InlineData("POST /v1/groups", "{}", 400, """{"code":"InvalidInput","message":"Field 'name' is required"}""")]
    [InlineData("POST /v1/groups", """{"name":"  "}""", 400, """{"code":"InvalidInput","message":"Field 'name' must not be empty"}""")]
    [InlineData("POST /v1/groups", """{"name":{}}""", 400, """{"code":"InvalidInput","message":"Field 'name' must be a text"}""")]
    public Task Create_group(string request, string? body, int status, string answer) => AnswersAsync(request, body, status, answer);

    [Theory]
    [InlineData("GET /v1/groups/calm_valley", null, 200, $$$"""{"code":"Success","message":"Group details retrieved successfully","data":{{{CalmValley}}}}""")]
    [InlineData("GET /v1/groups/nowhere", null, 404, NoGroup)]
    public Task Group_details(string request, string? body, int status, string answer) => AnswersAsync(request, body, status, answer);

    [Theory]
    [InlineData("PATCH /v1/groups/still_lake", """{"name":"Staging 2"}""", 200, """{"code":"Success","message":"Group has been updated","data":{"id":"still_lake","name":"Staging 2","created_at":"2026-03-03T10:00:00.123456Z"}}""")]
    [InlineData("PATCH /v1/groups/still_lake", "{}", 200, $$$"""{"code":"Success","message":"Group has been updated","data":{{{StillLake}}}}""")]
    [InlineData("PATCH /v1/groups/still_lake", """{"name":""}""", 400, """{"code":"InvalidInput","message":"Field 'name' must not be empty"}""")]
    [InlineData("PATCH /v1/groups/nowhere", """{"name":"x"}""", 404, NoGroup)]
    public Task Modify_group(string request, string? body, int status, string answer) => AnswersAsync(request, body, status, answer);

    [Theory]
    [InlineData("DELETE /v1/groups/still_lake", null, 200, """{"code":"Success","message":"Group with id 'still_lake' has been deleted"}""")]
    [InlineData("DELETE /v1/groups/nowhere", null, 404, NoGroup)]
    [InlineData("DELETE /v1/groups/calm_valley", null, 409, """{"code":"Conflict","message":"The group 'calm_valley' still has connectors."}""")]
    public Task Delete_group(string request, string? body, int status, string answer) => AnswersAsync(request, body, status, answer);

    [Theory]
    [InlineData("GET /v1/groups/calm_valley/users", null, 200, $$$"""{"code":"Success","message":"Group users retrieved successfully","data":{"items":[{{{AdaWithoutRole}}},{{{GraceInGroup}}}]}}""")]
    [InlineData("GET /v1/groups/calm_valley/users?active=true", null, 200, $$$"""{"code":"Success","message":"Group users retrieved successfully","data":{"items":[{{{AdaWithoutRole}}},{{{GraceInGroup}}}]}}""")]
    [InlineData("GET /v1/groups/still_lake/users", null, 200, $$$"""{"code":"Success","message":"Group users retrieved successfully","data":{"items":[{{{AdaWithoutRole}}},{{{GraceWithoutRole}}}]}}""")]
    [InlineData("GET /v1/groups/calm_valley/users?active=false", null, 200, """{"code":"Success","message":"Group users retrieved successfully","data":{"items":[]}}""")]
    [InlineData("GET /v1/groups/calm_valley/users?active=1", null, 400, """{"code":"InvalidInput","message":"Field 'active' must be true or false"}""")]
    [InlineData("GET /v1/groups/calm_valley/users?limit=0", null, 400, BadLimit)]
    [InlineData("GET /v1/groups/calm_valley/users?cursor=ab", null, 400, BadCursor)]
    [InlineData("GET /v1/groups/nowhere/users", null, 404, NoGroup)]
    public Task List_all_users_in_group(string request, string? body, int status, string answer) => AnswersAsync(request, body, status, answer);

    [Theory]
    [InlineData("POST /v1/groups/calm_valley/users", """{"email":"MARY@example.com","role":"View Destination"}""", 200, """{"code":"Success","message":"User has been added to the group"}""")]
    [InlineData("POST /v1/groups/calm_valley/users", "{}", 400, """{"code":"InvalidInput","message":"Field 'email' is required; role is required"}""")]
    [InlineData("POST /v1/groups/calm_valley/users", """{"email":"mary@example.com","role":"Account Reviewer"}""", 400, """{"code":"InvalidInput","message":"Field 'role' must be the name of a role that can be given here: 'Account Reviewer' is none"}""")]
    [InlineData("POST /v1/groups/nowhere/users", """{"email":"nobody","role":"View Destination"}""", 404, NoUser)]
    [InlineData("POST /v1/groups/nowhere/users", """{"email":"mary@example.com","role":"View Destination"}""", 404, NoGroup)]
    [InlineData("POST /v1/groups/calm_valley/users", """{"email":"grace@example.com","role":"View Destination"}""", 409, """{"code":"Conflict","message":"The user 'grace@example.com' has a role there already: 'Edit Destination'."}""")]
    public Task Add_user_to_group(string request, string? body, int status, string answer) => AnswersAsync(request, body, status, answer);

    [Theory]
    [InlineData("DELETE /v1/groups/calm_valley/users/grace", null, 200, """{"code":"Success","message":"User with id 'grace' has been removed from the group"}""")]
    [InlineData("DELETE /v1/groups/calm_valley/users/ada", null, 404, NotAMember)]
    [InlineData("DELETE /v1/groups/calm_valley/users/nobody", null, 404, """{"code":"NotFound","message":"There is no user 'nobody'."}""")]
    [InlineData("DELETE /v1/groups/nowhere/users/grace", null, 404, """{"code":"NotFound","message":"There is no group 'nowhere'."}""")]
    public Task Delete_user_from_group(string request, string? body, int status, string answer) => AnswersAsync(request, body, status, answer);

    [Theory]
    [InlineData("GET /v1/groups/calm_valley/{c}", null, 200, $$$"""{"code":"Success","message":"Group connections retrieved successfully","data":{"items":[{{{BriskHarbor}}},{{{WarmRiver}}}]}}""")]
    [InlineData("GET /v1/groups/calm_valley/{c}?schema=kafka", null, 200, $$$"""{"code":"Success","message":"Group connections retrieved successfully","data":{"items":[{{{WarmRiver}}}]}}""")]
    [InlineData("GET /v1/groups/still_lake/{c}", null, 200, """{"code":"Success","message":"Group connections retrieved successfully","data":{"items":[]}}""")]
    [InlineData("GET /v1/groups/calm_valley/{c}?limit=0", null, 400, BadLimit)]
    [InlineData("GET /v1/groups/calm_valley/{c}?cursor=ab", null, 400, BadCursor)]
    [InlineData("GET /v1/groups/nowhere/{c}", null, 404, NoGroup)]
    public Task List_all_connectors_in_group(string request, string? body, int status, string answer) => BothFormsAnswerAsync(request, body, status, answer);

    [Theory]
    [InlineData("GET /v1/groups/calm_valley/public-key", null, 200, """{"code":"Success","message":"Group SSH public key retrieved successfully","data":{"public_key":""}}""")]
    [InlineData("GET /v1/groups/nowhere/public-key", null, 404, NoGroup)]
    public Task Group_public_key(string request, string? body, int status, string answer) => AnswersAsync(request, body, status, answer);

    [Theory]
    [InlineData("GET /v1/groups/calm_valley/service-account", null, 200, """{"code":"Success","message":"Group service account retrieved successfully","data":{"service_account":""}}""")]
    [InlineData("GET /v1/groups/nowhere/service-account", null, 404, NoGroup)]
    public Task Group_service_account(string request, string? body, int status, string answer) => AnswersAsync(request, body, status, answer);
}
