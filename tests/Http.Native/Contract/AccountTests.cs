using Roster.Core.Keys;
using Roster.Core.Roles;
using static Roster.Tests.Http.Native.Expected;
using static Roster.Tests.Http.Native.Shown;

namespace Roster.Tests.Http.Native.Contract;

/// <summary>The account and what can be given in it.</summary>
public sealed class AccountTests(NativeServer server) : ContractTests(server)
{
    public static TheoryData<Case> Accounts =>
    [
        new Case("the key's own", "GET /api/account", Answer(200, $$"""{"id":"{account}","name":"Example Ltd","createdAt":"{{Now}}","closedAt":null}""", Version(World.Revision))),
        new Case("without the grant", "GET /api/account", NotPermitted("read")) { By = world => world.WithAsync(Grants.Check) },
        new Case("by who has no role", "GET /api/account", NotPermitted("read")) { By = world => world.WithAsync(Grants.Admin, owner: World.Mary) },
    ];

    [Theory, MemberData(nameof(Accounts))]
    public Task Show(Case @case) => HoldsAsync(@case);

    [Fact]
    public Task Roles_need_the_read_grant() =>
        HoldsAsync(new Case("", "GET /api/roles", NotPermitted("read")) { By = world => world.WithAsync(Grants.Check) });

    [Fact]
    public async Task Every_role_is_listed_with_all_that_a_client_needs()
    {
        var world = await World.MakeAsync(Server.Roster);

        var answer = await world.Admin.GetAsync("/api/roles");

        Server.Document.Problems("GET", "/api/roles", 200, answer.Header("Content-Type"), answer.Text).ShouldBeEmpty();
        var items = answer.Json.GetProperty("items").EnumerateArray().ToList();
        items.Select(item => item.GetProperty("name").GetString()).ShouldBe(StandardRoles.All.Select(role => role.Name));
        items[0].GetRawText().ShouldBe(
            """{"name":"Account Administrator","description":"Manages everything in the account.","kinds":["account"],"level":"admin","permissions":["read","write","create","manage",{"action":"bill","on":"account"}],"cascades":true,"isCustom":false,"replacedBy":null}""");
        items.Single(item => item.GetProperty("name").GetString() == "Billing").GetRawText().ShouldBe(
            """{"name":"Billing","description":"The former name of Account Billing.","kinds":["account"],"level":"viewer","permissions":[{"action":"bill","on":"account"}],"cascades":false,"isCustom":false,"replacedBy":"Account Billing"}""");
    }
}
