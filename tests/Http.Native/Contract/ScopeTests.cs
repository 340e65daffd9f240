using Roster.Core.Keys;
using static Roster.Tests.Http.Native.Expected;
using static Roster.Tests.Http.Native.Shown;

namespace Roster.Tests.Http.Native.Contract;

/// <summary>Organizations, groups and connectors.</summary>
public sealed class ScopeTests(NativeServer server) : ContractTests(server)
{
    private const string TooLong = "must be at most 1024 characters long";

    public static TheoryData<Case> Lists =>
    [
        new Case("organizations", "GET /api/organizations", Answer(200, Page(Lab))),
        new Case("groups", "GET /api/groups", Answer(200, Page(Warehouse, Staging))),
        new Case("connectors", "GET /api/connectors", Answer(200, Page(Orders))),
        new Case("connectors of a group", "GET /api/connectors?groupId=warehouse", Answer(200, Page(Orders))),
        new Case("connectors of an empty group", "GET /api/connectors?groupId=staging", Answer(200, Page())),
        new Case("connectors of no group", "GET /api/connectors?groupId=nowhere", Unknown("group", "nowhere")),
        new Case("a cursor of nothing", "GET /api/groups?cursor=x", Invalid("cursor", "is not a cursor of this list")),
        new Case("without the grant", "GET /api/groups", NotPermitted("read")) { By = world => world.WithAsync(Grants.Check) },
        new Case("for who works in that group alone", "GET /api/connectors?groupId=warehouse", Answer(200, Page(Orders))) { By = WarehouseManagerAsync },
        new Case("all for who works in one group alone", "GET /api/connectors", NotPermitted("read")) { By = WarehouseManagerAsync },
    ];

    public static TheoryData<Case> Creations =>
    [
        new Case("an organization", "POST /api/organizations", Created("/api/organizations/org-ID", Named("org-ID", "New"), 15)) { Body = """{"name":"New"}""" },
        new Case("an organization with an id", "POST /api/organizations", Created("/api/organizations/org-2", Named("org-2", "New"), 15))
        {
            Body = """{"name":"New","id":"org-2"}""",
        },
        new Case("a group", "POST /api/groups", Created("/api/groups/group-ID", Named("group-ID", "New"), 15)) { Body = """{"name":"New"}""" },
        new Case("a group with an id", "POST /api/groups", Created("/api/groups/org-lab", Named("org-lab", "New"), 15)) { Body = """{"name":"New","id":"org-lab"}""" },
        new Case("a group by a user's key", "POST /api/groups", Created("/api/groups/new", Named("new", "New"), 16))
        {
            Body = """{"name":"New","id":"new"}""",
            By = world => world.WithAsync(Grants.Admin, owner: World.Ada),
        },
        new Case("a connector", "POST /api/connectors", Created(
            "/api/connectors/connector-ID",
            $$"""{"id":"connector-ID","groupId":"staging","service":"kafka","name":"New","createdAt":"{{Now}}","changedAt":"{{Now}}"}""",
            15))
        {
            Body = """{"name":"New","groupId":"staging","service":"kafka"}""",
        },
        new Case("an id that is in use", "POST /api/groups", IdTaken("staging")) { Body = """{"name":"New","id":"staging"}""" },
        new Case("an id that was in use", "POST /api/groups", IdTaken("staging"))
        {
            Body = """{"name":"New","id":"staging"}""",
            Before = world => world.Account.EndScopeAsync(World.Staging),
        },
        new Case("the account's own id", "POST /api/organizations", IdTaken("{account}")) { Body = """{"name":"New","id":"{account}"}""" },
        new Case("a bad organization id", "POST /api/organizations", Invalid("id", "must be 'org-' followed by letters and digits")) { Body = """{"name":"New","id":"lab"}""" },
        new Case("a bad id", "POST /api/groups", Invalid("id", "must be 1 to 128 letters, digits, '_' or '-'")) { Body = """{"name":"New","id":""}""" },
        new Case("without a name", "POST /api/groups", Invalid("name", "is required")) { Body = "{}" },
        new Case("with a blank name", "POST /api/groups", Invalid("name", "must not be empty")) { Body = """{"name":" "}""" },
        new Case("with too long a name", "POST /api/groups", Invalid("name", TooLong)) { Body = $$"""{"name":"{{new string('x', 1_025)}}"}""" },
        new Case("without a group and a service", "POST /api/connectors", Invalid("groupId", "is required; service is required")) { Body = """{"name":"New"}""" },
        new Case("in no group", "POST /api/connectors", Unknown("group", "nowhere", "groupId")) { Body = """{"name":"New","groupId":"nowhere","service":"kafka"}""" },
        new Case("without the grant", "POST /api/groups", NotPermitted("admin")) { Body = """{"name":"New"}""", By = world => world.WithAsync(Grants.Provision) },
        new Case("a connector by who manages its group", "POST /api/connectors", Created(
            "/api/connectors/new",
            $$"""{"id":"new","groupId":"warehouse","service":"kafka","name":"New","createdAt":"{{Now}}","changedAt":"{{Now}}"}""",
            17))
        {
            Body = """{"name":"New","groupId":"warehouse","service":"kafka","id":"new"}""",
            By = WarehouseManagerAsync,
        },
        new Case("a connector by who manages another group", "POST /api/connectors", NotPermitted("admin"))
        {
            Body = """{"name":"New","groupId":"staging","service":"kafka"}""",
            By = WarehouseManagerAsync,
        },
    ];

    public static TheoryData<Case> Singles =>
    [
        new Case("an organization", "GET /api/organizations/org-lab", Answer(200, Lab, Version(8))),
        new Case("a group", "GET /api/groups/warehouse", Answer(200, Warehouse, Version(9))),
        new Case("a connector", "GET /api/connectors/orders", Answer(200, Orders, Version(11))),
        new Case("no organization", "GET /api/organizations/warehouse", Unknown("organization", "warehouse")),
        new Case("the account is none", "GET /api/organizations/{account}", Unknown("organization", "{account}")),
        new Case("no group", "GET /api/groups/orders", Unknown("group", "orders")),
        new Case("no connector", "GET /api/connectors/org-lab", Unknown("connector", "org-lab")),
        new Case("one that ended", "GET /api/groups/staging", Unknown("group", "staging")) { Before = world => world.Account.EndScopeAsync(World.Staging) },
    ];

    public static TheoryData<Case> Changes =>
    [
        new Case("an organization's name", "PATCH /api/organizations/org-lab", Answer(200, Lab.Replace("Lab", "Labor"), Version(15))) { Body = """{"name":"Labor"}""" },
        new Case("a group's name", "PATCH /api/groups/warehouse", Answer(200, Warehouse.Replace("Warehouse", "Depot"), Version(15))) { Body = """{"name":"Depot"}""" },
        new Case("a connector's name", "PATCH /api/connectors/orders", Answer(200, Orders.Replace("orders_db", "sales"), Version(15))) { Body = """{"name":"sales"}""" },
        new Case("nothing", "PATCH /api/groups/warehouse", Answer(200, Warehouse, Version(9))) { Body = "{}" },
        new Case("the same name", "PATCH /api/groups/warehouse", Answer(200, Warehouse, Version(9))) { Body = """{"name":"Warehouse"}""" },
        new Case("a name of null", "PATCH /api/groups/warehouse", Invalid("name", "is required")) { Body = """{"name":null}""" },
        new Case("what is not there", "PATCH /api/groups/nowhere", Unknown("group", "nowhere")) { Body = """{"name":"Depot"}""" },
        new Case("without the grant", "PATCH /api/groups/warehouse", NotPermitted("admin")) { Body = "{}", By = world => world.WithAsync(Grants.Provision) },
    ];

    public static TheoryData<Case> Deletions =>
    [
        new Case("an organization", "DELETE /api/organizations/org-lab", Answer(204, "")) { Then = ("/api/memberships?kind=organization", Answer(200, Page())) },
        new Case("a group", "DELETE /api/groups/staging", Answer(204, "")) { Then = ("/api/groups", Answer(200, Page(Warehouse))) },
        new Case("a connector", "DELETE /api/connectors/orders", Answer(204, "")) { Then = ("/api/memberships?kind=connector", Answer(200, Page())) },
        new Case("a group with connectors", "DELETE /api/groups/warehouse", Problem(
            409, "scope-not-empty", "The group still has connectors", "The group 'warehouse' still has connectors.")),
        new Case("what is not there", "DELETE /api/connectors/nowhere", Unknown("connector", "nowhere")),
        new Case("without the grant", "DELETE /api/groups/staging", NotPermitted("admin")) { By = world => world.WithAsync(Grants.Provision) },
    ];

    [Theory, MemberData(nameof(Lists))]
    public Task List(Case @case) => HoldsAsync(@case);

    [Theory, MemberData(nameof(Creations))]
    public Task Create(Case @case) => HoldsAsync(@case);

    [Theory, MemberData(nameof(Singles))]
    public Task Show(Case @case) => HoldsAsync(@case);

    [Theory, MemberData(nameof(Changes))]
    public Task Change(Case @case) => HoldsAsync(@case);

    [Theory, MemberData(nameof(Deletions))]
    public Task Delete(Case @case) => HoldsAsync(@case);

    [Fact]
    public async Task Who_makes_a_group_with_a_key_of_their_own_manages_it()
    {
        var world = await World.MakeAsync(Server.Roster);
        var by = await world.WithAsync(Grants.Admin, owner: World.Ada);

        await by.PostAsync("/api/groups", """{"name":"New","id":"new"}""");
        await world.Admin.PostAsync("/api/groups", """{"name":"Another","id":"another"}""");

        (await world.Admin.GetAsync("/api/memberships/group/new/ada")).Json.GetProperty("role").GetString().ShouldBe("Manage Destination");
        (await world.Admin.GetAsync("/api/memberships?kind=group&scopeId=another")).Json.GetProperty("items").GetArrayLength().ShouldBe(0);
    }

    private static async Task<Knocking> WarehouseManagerAsync(World world)
    {
        await world.Account.GiveRoleAsync(World.Mary, World.Warehouse, "Manage Destination");
        return await world.WithAsync(Grants.Admin, owner: World.Mary);
    }

    private static string Named(string id, string name) => $$"""{"id":"{{id}}","name":"{{name}}","createdAt":"{{Now}}","changedAt":"{{Now}}"}""";

    private static string IdTaken(string id) => Problem(409, "id-taken", "The id is taken", $"The id '{id}' is, or was, in use.", "id");
}
