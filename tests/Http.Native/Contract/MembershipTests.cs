using Roster.Core.Keys;
using Roster.Core.Roles;
using static Roster.Tests.Http.Native.Expected;
using static Roster.Tests.Http.Native.Shown;

namespace Roster.Tests.Http.Native.Contract;

public sealed class MembershipTests(NativeServer server) : ContractTests(server)
{
    private const string Later = "2027-01-01T00:00:00.000000Z";

    public static TheoryData<Case> Lists =>
    [
        new Case("all", "GET /api/memberships", Answer(200, Page(AdaInAccount, GraceInAccount, GraceInWarehouse, GraceInOrders, MaryInLab))),
        new Case("a user's", "GET /api/memberships?userId=grace", Answer(200, Page(GraceInAccount, GraceInWarehouse, GraceInOrders))),
        new Case("nobody's", "GET /api/memberships?userId=nobody", Answer(200, Page())),
        new Case("of a kind", "GET /api/memberships?kind=group", Answer(200, Page(GraceInWarehouse))),
        new Case("in a scope", "GET /api/memberships?kind=account&scopeId={account}", Answer(200, Page(AdaInAccount, GraceInAccount))),
        new Case("in a scope that is not there", "GET /api/memberships?kind=group&scopeId=nowhere", Answer(200, Page())),
        new Case("in another account", "GET /api/memberships?kind=account&scopeId=org-test", Answer(200, Page())),
        new Case("with a role", "GET /api/memberships?role=Account%20Reviewer", Answer(200, Page(GraceInAccount))),
        new Case("all filters at once", "GET /api/memberships?userId=grace&kind=connector&scopeId=orders&role=Edit%20Connection", Answer(200, Page(GraceInOrders))),
        new Case("filters that exclude each other", "GET /api/memberships?userId=mary&kind=group", Answer(200, Page())),
        new Case("a bad kind", "GET /api/memberships?kind=crew", Invalid("kind", "must be account, organization, group, connector or team")),
        new Case("a scope without a kind", "GET /api/memberships?scopeId=warehouse", Invalid("kind", "is required with scopeId")),
        new Case("a filter twice", "GET /api/memberships?userId=ada&userId=mary", Invalid("userId", "must be given once")),
        new Case("without the grant", "GET /api/memberships", NotPermitted("read")) { By = world => world.WithAsync(Grants.Check) },
        new Case("for who works in that group alone", "GET /api/memberships?kind=group&scopeId=warehouse", Answer(
            200, Page(GraceInWarehouse, GraceInWarehouse.Replace("grace", "mary").Replace("Edit Dest", "View Dest").Replace("member", "viewer"))))
        {
            By = WarehouseViewerAsync,
        },
        new Case("all for who works in one group alone", "GET /api/memberships", NotPermitted("read")) { By = WarehouseViewerAsync },
    ];

    public static TheoryData<Case> Singles =>
    [
        new Case("in the account", "GET /api/memberships/account/{account}/ada", Answer(200, AdaInAccount, Version(4))),
        new Case("in an organization", "GET /api/memberships/organization/org-lab/mary", Answer(200, MaryInLab, Version(14))),
        new Case("in a group", "GET /api/memberships/group/warehouse/grace", Answer(200, GraceInWarehouse, Version(12))),
        new Case("in a connector", "GET /api/memberships/connector/orders/grace", Answer(200, GraceInOrders, Version(13))),
        new Case("none", "GET /api/memberships/group/warehouse/mary", None("mary", "warehouse")),
        new Case("nobody's", "GET /api/memberships/group/warehouse/nobody", Unknown("user", "nobody")),
        new Case("in no scope", "GET /api/memberships/group/nowhere/grace", Unknown("group", "nowhere")),
        new Case("in another account", "GET /api/memberships/account/org-test/grace", Unknown("account", "org-test")),
        new Case("of no kind", "GET /api/memberships/crew/warehouse/grace", Problem(
            404, "unknown-path", "There is nothing at this path", "There is nothing at this path.")),
    ];

    public static TheoryData<Case> Puts =>
    [
        new Case("one that begins", "PUT /api/memberships/group/staging/mary", Created(
            "/api/memberships/group/staging/mary", Given("group", "staging", "mary", "View Destination", "viewer"), 15))
        {
            Body = """{"role":"View Destination"}""",
            Then = ("/api/memberships/group/staging/mary", Answer(200, Given("group", "staging", "mary", "View Destination", "viewer"), Version(15))),
        },
        new Case("one with an end", "PUT /api/memberships/account/{account}/mary", Created(
            "/api/memberships/account/{account}/mary", Given("account", "{account}", "mary", "Account Analyst", "member", Later), 15))
        {
            Body = """{"role":"Account Analyst","expiresAt":"2027-01-01T01:00:00+01:00"}""",
        },
        new Case("another role", "PUT /api/memberships/organization/org-lab/mary", Answer(
            200, MaryInLab.Replace("Organization Viewer", "Organization Admin").Replace("\"viewer\"", "\"admin\""), Version(15)))
        {
            Body = """{"role":"Organization Admin"}""",
        },
        new Case("the same role", "PUT /api/memberships/organization/org-lab/mary", Answer(200, MaryInLab, Version(14))) { Body = """{"role":"Organization Viewer"}""" },
        new Case("another role keeps the end", "PUT /api/memberships/connector/orders/grace", Answer(
            200, GraceInOrders.Replace("Edit Connection", "Manage Connection").Replace("\"member\"", "\"admin\""), Version(15)))
        {
            Body = """{"role":"Manage Connection"}""",
        },
        new Case("null takes the end away", "PUT /api/memberships/connector/orders/grace", Answer(
            200, GraceInOrders.Replace("\"2026-04-02T10:00:00.123456Z\"", "null"), Version(15)))
        {
            Body = """{"role":"Edit Connection","expiresAt":null}""",
        },
        new Case("another end", "PUT /api/memberships/connector/orders/grace", Answer(
            200, GraceInOrders.Replace("2026-04-02T10:00:00.123456Z", Later), Version(15)))
        {
            Body = $$"""{"role":"Edit Connection","expiresAt":"{{Later}}"}""",
        },
        new Case("a deprecated name is a role of its own", "PUT /api/memberships/group/warehouse/grace", Answer(
            200, GraceInWarehouse.Replace("Edit Destination", "Destination Analyst"), Version(15)))
        {
            Body = """{"role":"Destination Analyst"}""",
        },
        new Case("an end that is now", "PUT /api/memberships/group/staging/mary", Invalid("expiresAt", "must be in the future"))
        {
            Body = $$"""{"role":"View Destination","expiresAt":"{{Now}}"}""",
        },
        new Case("an end that is no time", "PUT /api/memberships/group/staging/mary", Invalid("expiresAt", "must be a time like 2030-01-31T12:00:00Z"))
        {
            Body = """{"role":"View Destination","expiresAt":"2027-01-01"}""",
        },
        new Case("an end that is no text", "PUT /api/memberships/group/staging/mary", Invalid("expiresAt", "must be a text"))
        {
            Body = """{"role":"View Destination","expiresAt":1893456000}""",
        },
        new Case("an end without an offset", "PUT /api/memberships/group/staging/mary", Invalid("expiresAt", "must be a time like 2030-01-31T12:00:00Z"))
        {
            Body = """{"role":"View Destination","expiresAt":"2027-01-01T00:00:00"}""",
        },
        new Case("without a role", "PUT /api/memberships/group/staging/mary", Invalid("role", "is required")) { Body = "{}" },
        new Case("a role of another kind", "PUT /api/memberships/group/staging/mary", NotAssignable("Account Analyst", "group")) { Body = """{"role":"Account Analyst"}""" },
        new Case("no role", "PUT /api/memberships/account/{account}/mary", NotAssignable("Chief", "account")) { Body = """{"role":"Chief"}""" },
        new Case("nobody's", "PUT /api/memberships/group/staging/nobody", Unknown("user", "nobody")) { Body = """{"role":"View Destination"}""" },
        new Case("in no scope", "PUT /api/memberships/organization/org-x/mary", Unknown("organization", "org-x")) { Body = """{"role":"Organization Viewer"}""" },
        new Case("the last owner's other role", "PUT /api/memberships/account/{account}/ada", LastOwnerStays) { Body = """{"role":"Account Analyst"}""" },
        new Case("the last owner's end", "PUT /api/memberships/account/{account}/ada", LastOwnerStays)
        {
            Body = $$"""{"role":"Account Administrator","expiresAt":"{{Later}}"}""",
        },
        new Case("the last owner's other name of the role", "PUT /api/memberships/account/{account}/ada", Answer(
            200, AdaInAccount.Replace("Account Administrator", "Owner"), Version(15)))
        {
            Body = """{"role":"Owner"}""",
        },
        new Case("above the key's level", "PUT /api/memberships/group/staging/mary", Above("admin", "member", "role"))
        {
            Body = """{"role":"Manage Destination"}""",
            By = world => world.WithAsync(Grants.Provision),
        },
        new Case("without the grant", "PUT /api/memberships/group/staging/mary", NotPermitted("provision"))
        {
            Body = """{"role":"View Destination"}""",
            By = world => world.WithAsync(Grants.Read),
        },
    ];

    public static TheoryData<Case> Ends =>
    [
        new Case("one", "DELETE /api/memberships/organization/org-lab/mary", Answer(204, ""))
        {
            Then = ("/api/memberships?userId=mary", Answer(200, Page())),
        },
        new Case("none", "DELETE /api/memberships/group/warehouse/mary", None("mary", "warehouse")),
        new Case("nobody's", "DELETE /api/memberships/group/warehouse/nobody", Unknown("user", "nobody")),
        new Case("in no scope", "DELETE /api/memberships/connector/nowhere/grace", Unknown("connector", "nowhere")),
        new Case("the last owner's", "DELETE /api/memberships/account/{account}/ada", LastOwnerStays),
        new Case("an owner's, with another there", "DELETE /api/memberships/account/{account}/ada", Answer(204, ""))
        {
            Before = world => world.Account.GiveRoleAsync(World.Mary, world.Account.Scope, "Owner"),
        },
        new Case("the last owner's, with another whose role ends", "DELETE /api/memberships/account/{account}/ada", LastOwnerStays)
        {
            Before = world => world.Account.GiveRoleAsync(
                World.Mary, world.Account.Scope, "Owner", world.Account.Server.Clock.Now.Plus(TimeSpan.FromDays(1))),
        },
        new Case("above the key's level", "DELETE /api/memberships/group/warehouse/grace", Above("member", "viewer"))
        {
            By = world => world.WithAsync(Grants.Provision, Level.Viewer),
        },
        new Case("without the grant", "DELETE /api/memberships/group/warehouse/grace", NotPermitted("provision")) { By = world => world.WithAsync(Grants.Read) },
    ];

    private static string LastOwnerStays => Problem(409, "last-owner", "The account must keep an owner", LastOwner);

    [Theory, MemberData(nameof(Lists))]
    public Task List(Case @case) => HoldsAsync(@case);

    [Theory, MemberData(nameof(Singles))]
    public Task Show(Case @case) => HoldsAsync(@case);

    [Theory, MemberData(nameof(Puts))]
    public Task Put(Case @case) => HoldsAsync(@case);

    [Theory, MemberData(nameof(Ends))]
    public Task End(Case @case) => HoldsAsync(@case);

    private static async Task<Knocking> WarehouseViewerAsync(World world)
    {
        await world.Account.GiveRoleAsync(World.Mary, World.Warehouse, "View Destination");
        return await world.WithAsync(Grants.Read, owner: World.Mary);
    }

    private static string Given(string kind, string scope, string user, string role, string level, string? until = null)
    {
        var end = until is null ? "null" : $"\"{until}\"";
        return $$"""{"kind":"{{kind}}","scopeId":"{{scope}}","userId":"{{user}}","teamId":null,"role":"{{role}}","level":"{{level}}","expiresAt":{{end}},"givenBy":"key:{key}","door":"native","createdAt":"{{Now}}","changedAt":"{{Now}}"}""";
    }

    private static string None(string user, string scope) => Problem(
        404, "unknown-membership", "There is no such membership", $"The user '{user}' has no role in '{scope}'.");

    private static string NotAssignable(string role, string kind) => Problem(
        400, "role-not-assignable", "The role cannot be given there",
        $"'{role}' is not a role that can be given in a scope of kind {kind}.", "role");
}
