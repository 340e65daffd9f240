using Roster.Core.Keys;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using static Roster.Tests.Http.Native.Shown;

namespace Roster.Tests.Http.Native.Contract;

/// <summary>Roles that the account defines itself.</summary>
public sealed class RoleTests(NativeServer server) : ContractTests(server)
{
    private const string New = """{"name":"Night Janitor","description":"Cleans.","kinds":["account","group"],"level":"viewer","permissions":["read","sweep"]}""";

    private const string Conditional =
        """["read",{"action":"write","on":"record","when":{"action.properties.soft":true,"context.hour":{"in":[9,10.5]},"resource.properties.owner":{"same":"subject.id"},"resource.properties.status":{"not":"archived"}}}]""";

    private static readonly string Janitor = Role("Janitor", "The Janitor.", """["group"]""", "viewer", """["read"]""");

    public static TheoryData<Case> Roles =>
    [
        new Case("a new one", "POST /api/roles", Created(
            "/api/roles/Night%20Janitor", Role("Night Janitor", "Cleans.", """["account","group"]""", "viewer", """["read","sweep"]""", "true"), 15))
        {
            Body = New,
            Then = ("/api/roles/Night%20Janitor", Answer(
                200, Role("Night Janitor", "Cleans.", """["account","group"]""", "viewer", """["read","sweep"]""", "true"), Version(15))),
        },
        new Case("a small one", "POST /api/roles", Created("/api/roles/Usher", Role("Usher", "", """["team"]""", "admin", "[]"), 15))
        {
            Body = """{"name":"Usher","kinds":["team"],"level":"admin"}""",
        },
        new Case("one with conditions", "POST /api/roles", Created(
            "/api/roles/Editor", Role("Editor", "", """["account"]""", "member", Conditional, "true"), 15))
        {
            Body = $$"""{"name":"Editor","kinds":["account"],"level":"member","permissions":{{Conditional}}}""",
            Then = ("/api/roles/Editor", Answer(200, Role("Editor", "", """["account"]""", "member", Conditional, "true"), Version(15))),
        },
        new Case("of a path that is none", "POST /api/roles", Invalid(
            "permissions[1].when.subject.mood",
            "must be subject.id, subject.type, resource.id, resource.type, or begin with subject.properties., resource.properties., action.properties. or context."))
        {
            Body = Permitting("""["read",{"action":"write","when":{"subject.mood":"good"}}]"""),
        },
        new Case("of a test that is none", "POST /api/roles", Invalid(
            "permissions[0].when.subject.id", "must be a value, or an object with one of not, in (an array) and same"))
        {
            Body = Permitting("""[{"action":"write","when":{"subject.id":{"above":3}}}]"""),
        },
        new Case("of a condition without entries", "POST /api/roles", Invalid("permissions[0].when", "must have 1 to 8 entries"))
        {
            Body = Permitting("""[{"action":"write","when":{}}]"""),
        },
        new Case("of a misspelt condition", "POST /api/roles", Invalid("permissions[0].wen", "is not known here"))
        {
            Body = Permitting("""[{"action":"write","wen":{"subject.id":"a"}}]"""),
        },
        new Case("without all", "POST /api/roles", Invalid("name", "is required; kinds is required; level is required")) { Body = "{}" },
        new Case("of a bad kind", "POST /api/roles", Invalid("kinds", "must be any of account, organization, group, connector and team"))
        {
            Body = """{"name":"Usher","kinds":["crew"],"level":"admin"}""",
        },
        new Case("of no level", "POST /api/roles", Invalid("level", "must be admin, member or viewer")) { Body = """{"name":"Usher","kinds":["team"],"level":"none"}""" },
        new Case("of no kind", "POST /api/roles", Invalid("kinds", "must name at least one kind of scope")) { Body = """{"name":"Usher","kinds":[],"level":"admin"}""" },
        new Case("of a bad name", "POST /api/roles", Invalid("name", "must hold neither control characters nor '/'")) { Body = """{"name":"a/b","kinds":["team"],"level":"admin"}""" },
        new Case("of a bad permission", "POST /api/roles", Invalid("permissions", "must be names of 1 to 128 characters without white space"))
        {
            Body = """{"name":"Usher","kinds":["team"],"level":"admin","permissions":["a b"]}""",
        },
        new Case("of too many permissions, none of which is looked at", "POST /api/roles", Invalid("permissions", "must be at most 100"))
        {
            Body = Permitting($"[{string.Join(',', Enumerable.Repeat("7", 101))}]"),
        },
        new Case("a standard role's name", "POST /api/roles", Taken("owner")) { Body = """{"name":"owner","kinds":["account"],"level":"viewer"}""" },
        new Case("a name that is there", "POST /api/roles", Taken("Janitor")) { Before = JanitorAsync, Body = """{"name":"Janitor","kinds":["account"],"level":"viewer"}""" },
        new Case("a provisioner's", "POST /api/roles", NotPermitted("admin")) { Body = New, By = world => world.WithAsync(Grants.Provision) },
        new Case("one", "GET /api/roles/Janitor", Answer(200, Janitor, Version(15))) { Before = JanitorAsync },
        new Case("a standard one", "GET /api/roles/Team%20Member", Answer(200, Role("Team Member", "Belongs to a team.", """["team"]""", "member", """["read","write"]""").Replace("Custom\":true", "Custom\":false"))),
        new Case("none", "GET /api/roles/janitor", Unknown("role", "janitor")) { Before = JanitorAsync },
        new Case("other words", "PATCH /api/roles/Janitor", Answer(200, Role("Janitor", "Sweeps.", """["group"]""", "viewer", """["sweep"]"""), Version(18)))
        {
            Before = HeldAsync, Body = """{"description":"Sweeps.","permissions":["sweep","sweep"]}""",
        },
        new Case("another level", "PATCH /api/roles/Janitor", Answer(200, Janitor.Replace("viewer", "admin"), Version(16))) { Before = JanitorAsync, Body = """{"level":"admin"}""" },
        new Case("another level while it is held", "PATCH /api/roles/Janitor", Held) { Before = HeldAsync, Body = """{"level":"admin"}""" },
        new Case("another kind while it is held", "PATCH /api/roles/Janitor", Held) { Before = HeldAsync, Body = """{"kinds":["group","team"]}""" },
        new Case("nothing", "PATCH /api/roles/Janitor", Answer(200, Janitor, Version(15))) { Before = JanitorAsync, Body = """{"level":"viewer","kinds":["group","group"]}""" },
        new Case("a standard one changed", "PATCH /api/roles/Owner", Standard) { Body = "{}" },
        new Case("the end of a standard one", "DELETE /api/roles/Owner", Standard),
        new Case("the end", "DELETE /api/roles/Janitor", Answer(204, "")) { Before = JanitorAsync, Then = ("/api/roles/Janitor", Unknown("role", "Janitor")) },
        new Case("the end while it is held", "DELETE /api/roles/Janitor", Held) { Before = HeldAsync },
        new Case("the end of none", "DELETE /api/roles/Janitor", Unknown("role", "Janitor")),
    ];

    [Theory, MemberData(nameof(Roles))]
    public Task Role_operations(Case @case) => HoldsAsync(@case);

    [Fact]
    public async Task It_is_listed_given_and_kept_like_any_other()
    {
        var world = await World.MakeAsync(Server.Roster);
        await JanitorAsync(world);
        (await world.Admin.GetAsync("/api/roles")).Json.GetProperty("items").EnumerateArray().Last().GetRawText().ShouldBe(Janitor);

        var given = await world.Admin.PutAsync("/api/memberships/group/staging/mary", """{"role":"Janitor"}""");
        (given.Status, given.Json.GetProperty("level").GetString()).ShouldBe((201, "viewer"));
        var ending = await world.Admin.PutAsync("/api/memberships/group/staging/mary", """{"role":"Janitor","expiresAt":"2099-01-01T00:00:00Z"}""");
        (ending.Status, ending.Json.GetProperty("role").GetString()).ShouldBe((200, "Janitor"));

        (await world.Admin.PutAsync("/api/memberships/account/" + world.Account.Id, """{"role":"Janitor"}""")).Status.ShouldBe(404);
        (await world.Admin.PutAsync($"/api/memberships/account/{world.Account.Id}/mary", """{"role":"Janitor"}""")).Status.ShouldBe(400);
    }

    [Fact]
    public async Task A_holder_of_an_accounts_own_admin_role_is_an_owner()
    {
        var world = await World.MakeAsync(Server.Roster);
        await world.Account.DefineRoleAsync("Chief", ScopeKind.Account, Level.Admin);
        await world.Account.GiveRoleAsync(World.Mary, world.Account.Scope, "Chief");

        (await world.Admin.DeleteAsync("/api/users/ada")).Status.ShouldBe(204);
        (await world.Admin.DeleteAsync("/api/users/mary")).Status.ShouldBe(409);
    }

    private static string Held => Problem(
        409, "role-held", "Somebody holds the role", "The role 'Janitor' is held by somebody: end those memberships, or give them another role, first.", "name");

    private static string Standard => Problem(
        409, "standard-role", "The role comes with the product", "The role 'Owner' comes with the product and cannot be changed.", "name");

    private static string Permitting(string permissions) =>
        $$"""{"name":"Usher","kinds":["team"],"level":"admin","permissions":{{permissions}}}""";

    private static Task JanitorAsync(World world) => world.Account.DefineRoleAsync("Janitor", ScopeKind.Group, Level.Viewer);

    private static async Task HeldAsync(World world)
    {
        await JanitorAsync(world);
        await world.Account.GiveRoleAsync(World.Mary, World.Staging, "Janitor");
        await world.Account.GiveRoleAsync(World.Mary, world.Account.Scope, "Account Reviewer");
    }

    private static string Taken(string name) => Problem(409, "role-name-taken", "The name of the role is taken", $"There is a role '{name}' already.", "name");

    private static string Role(string name, string description, string kinds, string level, string permissions, string cascades = "false") =>
        $$"""{"name":"{{name}}","description":"{{description}}","kinds":{{kinds}},"level":"{{level}}","permissions":{{permissions}},"cascades":{{cascades}},"isCustom":true,"replacedBy":null}""";
}
