using Roster.Core.Roles;
using Roster.Core.Scopes;
using static Roster.Tests.Http.Fivetran.Expected;

namespace Roster.Tests.Http.Fivetran.Contract;

public sealed class RoleTests(FivetranServer server) : ContractTests(server)
{
    private const string First =
        """{"name":"Account Administrator","description":"Manages everything in the account.","scope":["ACCOUNT"],"is_custom":false,"is_deprecated":false,"replacement_role_name":null}""";

    [Theory]
    [InlineData("GET /v1/roles?limit=0", null, 400, BadLimit)]
    [InlineData("GET /v1/roles?cursor=ab", null, 400, BadCursor)]
    public Task List_all_roles(string request, string? body, int status, string answer) => AnswersAsync(request, body, status, answer);

    /// <summary>Scope, deprecated or not, and what replaced it.</summary>
    [Fact]
    public async Task Every_standard_role_is_listed()
    {
        var world = await Server.WorldAsync();

        var answer = await Server.AskAsync("GET /v1/roles", world.Admin);

        answer.Text.ShouldStartWith($$"""{"code":"Success","message":"Roles list retrieved successfully","data":{"items":[{{First}},""");
        answer.Items.ShouldAllBe(role => role.GetProperty("description").GetString()!.Length > 0 && !role.GetProperty("is_custom").GetBoolean());
        answer.Items
            .Select(role => $"{role.GetProperty("scope")[0]} {role.GetProperty("name")} {role.GetProperty("is_deprecated")} {role.GetProperty("replacement_role_name")}".TrimEnd())
            .ShouldBe(
            [
                "ACCOUNT Account Administrator False", "ACCOUNT Account Analyst False", "ACCOUNT Account Reviewer False",
                "ACCOUNT Account Billing False", "ACCOUNT Destination Creator False",
                "DESTINATION Manage Destination False", "DESTINATION Edit Destination False",
                "DESTINATION Create Connection False", "DESTINATION View Destination False",
                "CONNECTOR Manage Connection False", "CONNECTOR Edit Connection False", "CONNECTOR View Connection False",
                "TEAM Team Manager False", "TEAM Team Member False",
                "ACCOUNT Owner True Account Administrator", "ACCOUNT Billing True Account Billing",
                "DESTINATION Destination Administrator True Manage Destination", "DESTINATION Destination Analyst True Edit Destination",
                "DESTINATION Connector Creator True Create Connection", "DESTINATION Destination Reviewer True View Destination",
                "CONNECTOR Connector Administrator True Manage Connection", "CONNECTOR Connector Collaborator True Edit Connection",
                "CONNECTOR Connector Reviewer True View Connection",
            ]);
    }

    [Fact]
    public async Task A_role_that_the_account_has_defined_is_listed_after_them_and_can_be_given()
    {
        var world = await Server.WorldAsync();
        await world.DefineRoleAsync("Janitor", ScopeKind.Group, Level.Viewer);
        await world.DefineRoleAsync("Usher", ScopeKind.Organization, Level.Viewer);

        var answer = await Server.AskAsync("GET /v1/roles", world.Admin);
        answer.Items[^1].GetRawText().ShouldBe(
            """{"name":"Janitor","description":"The Janitor.","scope":["DESTINATION"],"is_custom":true,"is_deprecated":false,"replacement_role_name":null}""");

        (await Server.AskAsync("POST /v1/users/mary/groups", world.Admin, """{"id":"still_lake","role":"Janitor"}""")).Status.ShouldBe(201);
        (await Server.AskAsync("POST /v1/users/mary/groups", world.Admin, """{"id":"calm_valley","role":"janitor"}""")).Status.ShouldBe(400);
        (await Server.AskAsync("PATCH /v1/users/mary", world.Admin, """{"role":"Janitor"}""")).Status.ShouldBe(400);
    }

    [Fact]
    public async Task A_role_that_nobody_has_described_is_described_by_its_name()
    {
        var world = await Server.WorldAsync();
        await world.DefineRoleAsync("Janitor", ScopeKind.Group, Level.Viewer, description: "");

        (await Server.AskAsync("GET /v1/roles", world.Admin)).Items[^1].GetProperty("description").GetString().ShouldBe("Janitor");
    }
}
