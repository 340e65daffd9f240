using static Roster.Tests.Http.Fivetran.Expected;

namespace Roster.Tests.Http.Fivetran.Contract;

public sealed class UserTests(FivetranServer server) : ContractTests(server)
{
    private const string Invited =
        """{"code":"Success","message":"User has been invited to the account","data":{"id":"ID","email":"Ada.Byron.@Example.com","given_name":"Ada","family_name":"Byron","verified":false,"invited":true,"picture":"https://img.example.com/ada.png","phone":"+353 00 0000 0000","role":"Owner","logged_in_at":null,"created_at":"2026-03-03T10:00:00.123456Z","active":true}}""";

    private const string InvitedWithLeast =
        """{"code":"Success","message":"User has been invited to the account","data":{"id":"ID","email":"x@y","given_name":"X","family_name":"Y","verified":false,"invited":true,"picture":null,"phone":null,"role":null,"logged_in_at":null,"created_at":"2026-03-03T10:00:00.123456Z","active":true}}""";

    [Theory]
    [InlineData("GET /v1/users", null, 200, $$$"""{"code":"Success","message":"Users list retrieved successfully","data":{"items":[{{{Ada}}},{{{Grace}}},{{{Mary}}}]}}""")]
    [InlineData("GET /v1/users?cursor=&limit=1000", null, 200, $$$"""{"code":"Success","message":"Users list retrieved successfully","data":{"items":[{{{Ada}}},{{{Grace}}},{{{Mary}}}]}}""")]
    [InlineData("GET /v1/users?active=true&limit=3", null, 200, $$$"""{"code":"Success","message":"Users list retrieved successfully","data":{"items":[{{{Ada}}},{{{Grace}}},{{{Mary}}}]}}""")]
    [InlineData("GET /v1/users?active=false", null, 200, """{"code":"Success","message":"Users list retrieved successfully","data":{"items":[]}}""")]
    [InlineData("GET /v1/users?limit=0", null, 400, BadLimit)]
    [InlineData("GET /v1/users?limit=1001", null, 400, BadLimit)]
    [InlineData("GET /v1/users?limit=ten", null, 400, BadLimit)]
    [InlineData("GET /v1/users?cursor=ab", null, 400, BadCursor)]
    [InlineData("GET /v1/users?active=maybe", null, 400, """{"code":"InvalidInput","message":"Field 'active' must be true or false"}""")]
    public Task List_all_users(string request, string? body, int status, string answer) => AnswersAsync(request, body, status, answer);

    [Theory]
    [InlineData("POST /v1/users", """{"email":"Ada.Byron.@Example.com","given_name":"Ada","family_name":"Byron","phone":"+353 00 0000 0000","picture":"https://img.example.com/ada.png","role":"Owner","extra":[1]}""", 201, Invited)]
    [InlineData("POST /v1/users", """{"email":"x@y","given_name":"X","family_name":"Y"}""", 201, InvitedWithLeast)]
    [InlineData("POST /v1/users", """{"email":"x@y","given_name":"X","family_name":"Y","phone":null,"picture":null,"role":null}""", 201, InvitedWithLeast)]
    [InlineData("POST /v1/users", """{"email":"x@y","given_name":"X","family_name":"Y","phone":"","picture":"","role":""}""", 201, InvitedWithLeast)]
    [InlineData("POST /v1/users", "{}", 400, """{"code":"InvalidInput","message":"Field 'email' is required; given_name is required; family_name is required"}""")]
    [InlineData("POST /v1/users", """{"email":"x@y","given_name":"","family_name":"Y"}""", 400, """{"code":"InvalidInput","message":"Field 'given_name' must not be empty"}""")]
    [InlineData("POST /v1/users", """{"email":"x@y","given_name":"X","family_name":1}""", 400, """{"code":"InvalidInput","message":"Field 'family_name' must be a text"}""")]
    [InlineData("POST /v1/users", """{"email":"nobody","given_name":"X","family_name":"Y"}""", 400, """{"code":"InvalidInput","message":"Field 'email' must be an e-mail address"}""")]
    [InlineData("POST /v1/users", """{"email":"@y","given_name":"X","family_name":"Y"}""", 400, """{"code":"InvalidInput","message":"Field 'email' must be an e-mail address"}""")]
    [InlineData("POST /v1/users", """{"email":"x@","given_name":"X","family_name":"Y"}""", 400, """{"code":"InvalidInput","message":"Field 'email' must be an e-mail address"}""")]
    [InlineData("POST /v1/users", """{"email":" x@y","given_name":"X","family_name":"Y"}""", 400, """{"code":"InvalidInput","message":"Field 'email' must not begin or end with white space"}""")]
    [InlineData("POST /v1/users", """{"email":"x@y","given_name":"X","family_name":"Y","role":"account reviewer"}""", 400, """{"code":"InvalidInput","message":"Field 'role' must be the name of a role that can be given here: 'account reviewer' is none"}""")]
    [InlineData("POST /v1/users", """{"email":"x@y","given_name":"X","family_name":"Y","role":"Manage Destination"}""", 400, """{"code":"InvalidInput","message":"Field 'role' must be the name of a role that can be given here: 'Manage Destination' is none"}""")]
    [InlineData("POST /v1/users", """{"email":"ADA@EXAMPLE.COM","given_name":"X","family_name":"Y"}""", 409, """{"code":"UserExists","message":"There is a user 'ADA@EXAMPLE.COM' already."}""")]
    public Task Create_user(string request, string? body, int status, string answer) => AnswersAsync(request, body, status, answer);

    [Theory]
    [InlineData("GET /v1/users/ada", null, 200, $$$"""{"code":"Success","message":"User details retrieved successfully","data":{{{Ada}}}}""")]
    [InlineData("GET /v1/users/mary", null, 200, $$$"""{"code":"Success","message":"User details retrieved successfully","data":{{{Mary}}}}""")]
    [InlineData("GET /v1/users/nobody", null, 404, NoUser)]
    public Task User_details(string request, string? body, int status, string answer) => AnswersAsync(request, body, status, answer);

    [Theory]
    [InlineData("PATCH /v1/users/ada", "{}", 200, $$$"""{"code":"Success","message":"User has been updated","data":{{{Ada}}}}""")]
    [InlineData("PATCH /v1/users/grace", """{"family_name":"Hopper","phone":"1","picture":"data:image/png;base64,AAAA","role":"Account Analyst","email":"other@example.com","verified":true,"invited":true,"active":false}""", 200, """{"code":"Success","message":"User has been updated","data":{"id":"grace","email":"grace@example.com","given_name":"Grace","family_name":"Hopper","verified":false,"invited":false,"picture":"data:image/png;base64,AAAA","phone":"1","role":"Account Analyst","logged_in_at":null,"created_at":"2026-03-03T10:00:00.123456Z","active":true}}""")]
    [InlineData("PATCH /v1/users/ada", """{"phone":null,"picture":null}""", 200, """{"code":"Success","message":"User has been updated","data":{"id":"ada","email":"Ada@example.com","given_name":"Ada","family_name":"Byron","verified":false,"invited":false,"picture":null,"phone":null,"role":"Account Administrator","logged_in_at":null,"created_at":"2026-03-03T10:00:00.123456Z","active":true}}""")]
    [InlineData("PATCH /v1/users/ada", """{"phone":"","picture":""}""", 200, """{"code":"Success","message":"User has been updated","data":{"id":"ada","email":"Ada@example.com","given_name":"Ada","family_name":"Byron","verified":false,"invited":false,"picture":null,"phone":null,"role":"Account Administrator","logged_in_at":null,"created_at":"2026-03-03T10:00:00.123456Z","active":true}}""")]
    [InlineData("PATCH /v1/users/grace", """{"role":""}""", 200, $$$"""{"code":"Success","message":"User has been updated","data":{{{GraceWithoutRole}}}}""")]
    [InlineData("PATCH /v1/users/grace", """{"role":null}""", 200, $$$"""{"code":"Success","message":"User has been updated","data":{{{GraceWithoutRole}}}}""")]
    [InlineData("PATCH /v1/users/mary", """{"role":""}""", 200, $$$"""{"code":"Success","message":"User has been updated","data":{{{Mary}}}}""")]
    [InlineData("PATCH /v1/users/ada", """{"given_name":null}""", 400, """{"code":"InvalidInput","message":"Field 'given_name' is required"}""")]
    [InlineData("PATCH /v1/users/ada", """{"family_name":""}""", 400, """{"code":"InvalidInput","message":"Field 'family_name' must not be empty"}""")]
    [InlineData("PATCH /v1/users/ada", """{"role":7}""", 400, """{"code":"InvalidInput","message":"Field 'role' must be a text"}""")]
    [InlineData("PATCH /v1/users/ada", """{"role":"King"}""", 400, """{"code":"InvalidInput","message":"Field 'role' must be the name of a role that can be given here: 'King' is none"}""")]
    [InlineData("PATCH /v1/users/nobody", "{}", 404, NoUser)]
    [InlineData("PATCH /v1/users/ada", """{"role":""}""", 409, LastOwner)]
    [InlineData("PATCH /v1/users/ada", """{"role":"Account Reviewer"}""", 409, LastOwner)]
    public Task Modify_user(string request, string? body, int status, string answer) => AnswersAsync(request, body, status, answer);

    [Theory]
    [InlineData("DELETE /v1/users/grace", null, 200, """{"code":"Success","message":"User with id 'grace' has been deleted"}""")]
    [InlineData("DELETE /v1/users/nobody", null, 404, NoUser)]
    [InlineData("DELETE /v1/users/ada", null, 409, LastOwner)]
    public Task Delete_user(string request, string? body, int status, string answer) => AnswersAsync(request, body, status, answer);

    [Theory]
    [InlineData("DELETE /v1/users/grace/role", null, 200, """{"code":"Success","message":"User role in account has been removed"}""")]
    [InlineData("DELETE /v1/users/mary/role", null, 200, """{"code":"Success","message":"User role in account has been removed"}""")]
    [InlineData("DELETE /v1/users/nobody/role", null, 404, NoUser)]
    [InlineData("DELETE /v1/users/ada/role", null, 409, LastOwner)]
    public Task Delete_user_membership_in_account(string request, string? body, int status, string answer) => AnswersAsync(request, body, status, answer);
}
