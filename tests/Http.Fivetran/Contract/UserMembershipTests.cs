using static Roster.Tests.Http.Fivetran.Expected;

namespace Roster.Tests.Http.Fivetran.Contract;

/// <summary><c>{c}</c> and <c>{C}</c> stand for the two forms: connectors and Connector, connections and Connection.</summary>
public sealed class UserMembershipTests(FivetranServer server) : ContractTests(server)
{
    private const string BadRole = """{"code":"InvalidInput","message":"Field 'role' must be the name of a role that can be given here: 'Account Reviewer' is none"}""";
    private const string NoConnection = """{"code":"NotFound_{C}","message":"{C} 'nowhere' does not exist"}""";
    private const string NotInGroup = """{"code":"NotFound","message":"The user 'ada' has no role in 'calm_valley'."}""";
    private const string NotInConnection = """{"code":"NotFound","message":"The user 'ada' has no role in 'brisk_harbor'."}""";
    private const string Member = """{"code":"Conflict","message":"The user 'grace' has a role there already: 'Edit Destination'."}""";
    private const string NeitherField = """{"code":"InvalidInput","message":"Field 'id' is required; role is required"}""";

    [Theory]
    [InlineData("GET /v1/users/grace/groups", null, 200, $$$"""{"code":"Success","message":"User memberships in groups retrieved successfully","data":{"items":[{{{InGroup}}}]}}""")]
    [InlineData("GET /v1/users/ada/groups?cursor=&limit=1", null, 200, """{"code":"Success","message":"User memberships in groups retrieved successfully","data":{"items":[]}}""")]
    [InlineData("GET /v1/users/grace/groups?limit=-1", null, 400, BadLimit)]
    [InlineData("GET /v1/users/grace/groups?cursor=eyJza2lwIjoxMDB9", null, 400, BadCursor)]
    [InlineData("GET /v1/users/nobody/groups", null, 404, NoUser)]
    public Task Get_user_memberships_in_groups(string request, string? body, int status, string answer) => AnswersAsync(request, body, status, answer);

    [Theory]
    [InlineData("POST /v1/users/ada/groups", """{"id":"calm_valley","role":"Destination Analyst"}""", 201, """{"code":"Success","message":"Group membership has been created","data":{"id":"calm_valley","role":"Destination Analyst","created_at":"2026-03-03T10:00:00.123456Z"}}""")]
    [InlineData("POST /v1/users/ada/groups", "{}", 400, NeitherField)]
    [InlineData("POST /v1/users/ada/groups", """{"id":"calm_valley","role":null}""", 400, """{"code":"InvalidInput","message":"Field 'role' is required"}""")]
    [InlineData("POST /v1/users/ada/groups", """{"id":"calm_valley","role":"Account Reviewer"}""", 400, BadRole)]
    [InlineData("POST /v1/users/nobody/groups", """{"id":"nowhere","role":"View Destination"}""", 404, NoUser)]
    [InlineData("POST /v1/users/ada/groups", """{"id":"nowhere","role":"View Destination"}""", 404, NoGroup)]
    [InlineData("POST /v1/users/grace/groups", """{"id":"calm_valley","role":"View Destination"}""", 409, Member)]
    public Task Add_user_membership_in_group(string request, string? body, int status, string answer) => AnswersAsync(request, body, status, answer);

    [Theory]
    [InlineData("GET /v1/users/grace/groups/calm_valley", null, 200, $$$"""{"code":"Success","message":"User membership in group retrieved successfully","data":{{{InGroup}}}}""")]
    [InlineData("GET /v1/users/nobody/groups/nowhere", null, 404, NoUser)]
    [InlineData("GET /v1/users/grace/groups/nowhere", null, 404, NoGroup)]
    [InlineData("GET /v1/users/ada/groups/calm_valley", null, 404, NotInGroup)]
    public Task Get_user_membership_in_group(string request, string? body, int status, string answer) => AnswersAsync(request, body, status, answer);

    [Theory]
    [InlineData("PATCH /v1/users/grace/groups/calm_valley", """{"role":"Manage Destination"}""", 200, """{"code":"Success","message":"Group membership has been updated"}""")]
    [InlineData("PATCH /v1/users/grace/groups/calm_valley", """{"role":"Edit Destination"}""", 200, """{"code":"Success","message":"Group membership has been updated"}""")]
    [InlineData("PATCH /v1/users/grace/groups/calm_valley", "{}", 400, """{"code":"InvalidInput","message":"Field 'role' is required"}""")]
    [InlineData("PATCH /v1/users/grace/groups/calm_valley", """{"role":"Account Reviewer"}""", 400, BadRole)]
    [InlineData("PATCH /v1/users/nobody/groups/nowhere", """{"role":"View Destination"}""", 404, NoUser)]
    [InlineData("PATCH /v1/users/grace/groups/nowhere", """{"role":"View Destination"}""", 404, NoGroup)]
    [InlineData("PATCH /v1/users/ada/groups/calm_valley", """{"role":"View Destination"}""", 404, NotInGroup)]
    public Task Update_user_membership_in_group(string request, string? body, int status, string answer) => AnswersAsync(request, body, status, answer);

    [Theory]
    [InlineData("DELETE /v1/users/grace/groups/calm_valley", null, 200, """{"code":"Success","message":"Group membership has been deleted"}""")]
    [InlineData("DELETE /v1/users/nobody/groups/nowhere", null, 404, NoUser)]
    [InlineData("DELETE /v1/users/grace/groups/nowhere", null, 404, NoGroup)]
    [InlineData("DELETE /v1/users/ada/groups/calm_valley", null, 404, NotInGroup)]
    public Task Delete_user_membership_in_group(string request, string? body, int status, string answer) => AnswersAsync(request, body, status, answer);

    [Theory]
    [InlineData("GET /v1/users/grace/{c}", null, 200, $$$"""{"code":"Success","message":"User memberships in connections retrieved successfully","data":{"items":[{{{InConnection}}}]}}""")]
    [InlineData("GET /v1/users/ada/{c}", null, 200, """{"code":"Success","message":"User memberships in connections retrieved successfully","data":{"items":[]}}""")]
    [InlineData("GET /v1/users/grace/{c}?limit=1001", null, 400, BadLimit)]
    [InlineData("GET /v1/users/grace/{c}?cursor=ab", null, 400, BadCursor)]
    [InlineData("GET /v1/users/nobody/{c}", null, 404, NoUser)]
    public Task Get_user_memberships_in_connectors(string request, string? body, int status, string answer) => BothFormsAnswerAsync(request, body, status, answer);

    [Fact]
    public Task Add_user_membership_in_connection() => AnswersAsync(
        "POST /v1/users/ada/connections",
        """{"id":"brisk_harbor","role":"Connector Administrator"}""",
        201,
        """{"code":"Success","message":"Connection membership has been created","data":{"id":"brisk_harbor","role":"Connector Administrator","created_at":"2026-03-03T10:00:00.123456Z"}}""");

    [Theory]
    [InlineData("POST /v1/users/ada/{c}", "{}", 400, NeitherField)]
    [InlineData("POST /v1/users/ada/{c}", """{"id":7,"role":"View Connection"}""", 400, """{"code":"InvalidInput","message":"Field 'id' must be a text"}""")]
    [InlineData("POST /v1/users/ada/{c}", """{"id":"brisk_harbor","role":"Account Reviewer"}""", 400, BadRole)]
    [InlineData("POST /v1/users/nobody/{c}", """{"id":"nowhere","role":"View Connection"}""", 404, NoUser)]
    [InlineData("POST /v1/users/ada/{c}", """{"id":"nowhere","role":"View Connection"}""", 404, NoConnection)]
    [InlineData("POST /v1/users/grace/{c}", """{"id":"brisk_harbor","role":"View Connection"}""", 409, """{"code":"Conflict","message":"The user 'grace' has a role there already: 'Edit Connection'."}""")]
    public Task Add_user_membership_in_connector(string request, string? body, int status, string answer) => BothFormsAnswerAsync(request, body, status, answer);

    [Theory]
    [InlineData("GET /v1/users/grace/{c}/brisk_harbor", null, 200, $$$"""{"code":"Success","message":"User membership in connection retrieved successfully","data":{{{InConnection}}}}""")]
    [InlineData("GET /v1/users/nobody/{c}/nowhere", null, 404, NoUser)]
    [InlineData("GET /v1/users/grace/{c}/nowhere", null, 404, NoConnection)]
    [InlineData("GET /v1/users/ada/{c}/brisk_harbor", null, 404, NotInConnection)]
    public Task Get_user_membership_in_connector(string request, string? body, int status, string answer) => BothFormsAnswerAsync(request, body, status, answer);

    [Theory]
    [InlineData("PATCH /v1/users/grace/{c}/brisk_harbor", """{"role":"Connector Reviewer"}""", 200, """{"code":"Success","message":"{C} membership has been updated","data":{"id":"brisk_harbor","role":"Connector Reviewer","created_at":"2026-03-03T10:00:00.123456Z"}}""")]
    [InlineData("PATCH /v1/users/grace/{c}/brisk_harbor", "{}", 400, """{"code":"InvalidInput","message":"Field 'role' is required"}""")]
    [InlineData("PATCH /v1/users/grace/{c}/brisk_harbor", """{"role":"Account Reviewer"}""", 400, BadRole)]
    [InlineData("PATCH /v1/users/nobody/{c}/nowhere", """{"role":"View Connection"}""", 404, NoUser)]
    [InlineData("PATCH /v1/users/grace/{c}/nowhere", """{"role":"View Connection"}""", 404, NoConnection)]
    [InlineData("PATCH /v1/users/ada/{c}/brisk_harbor", """{"role":"View Connection"}""", 404, NotInConnection)]
    public Task Update_user_membership_in_connector(string request, string? body, int status, string answer) => BothFormsAnswerAsync(request, body, status, answer);

    [Theory]
    [InlineData("DELETE /v1/users/grace/{c}/brisk_harbor", null, 200, $$$"""{"code":"Success","message":"{C} membership has been deleted","data":{{{InConnection}}}}""")]
    [InlineData("DELETE /v1/users/nobody/{c}/nowhere", null, 404, NoUser)]
    [InlineData("DELETE /v1/users/grace/{c}/nowhere", null, 404, NoConnection)]
    [InlineData("DELETE /v1/users/ada/{c}/brisk_harbor", null, 404, NotInConnection)]
    public Task Delete_user_membership_in_connector(string request, string? body, int status, string answer) => BothFormsAnswerAsync(request, body, status, answer);
}
