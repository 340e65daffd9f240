using Roster.Core.Keys;
using Roster.Core.Roles;
using static Roster.Tests.Http.Native.Expected;
using static Roster.Tests.Http.Native.Shown;

namespace Roster.Tests.Http.Native.Contract;

/// <summary>What access checks rest on: settings, resource types, resources and attributes; and why they answer as they do.</summary>
public sealed class AccessTests(NativeServer server) : ContractTests(server)
{
    private const string Usual =
        """{"subjectTypes":[{"type":"team","kind":"team","identifier":"id"},{"type":"user","kind":"user","identifier":"id"}],"showsReasons":false}""";

    private const string Mail = """{"subjectTypes":[{"type":"person","kind":"user","identifier":"email"}],"showsReasons":true}""";
    private const string Account = """{"kind":"account","id":"{account}"}""";
    private const string Warehouse = """{"kind":"group","id":"warehouse"}""";
    private const string Explain = "GET /api/access/explain?subjectId=grace&";

    private static readonly string Record = Type("record", "registered", Account);
    private static readonly string One = Resource("one", Account, """{"rank":3,"status":"active","used":true}""");

    public static TheoryData<Case> Settings =>
    [
        new Case("of an account that has said nothing", "GET /api/access/settings", Answer(200, Usual, Version(0))),
        new Case("without the grant", "GET /api/access/settings", NotPermitted("read")) { By = world => world.WithAsync(Grants.Check) },
        new Case("other ones", "PATCH /api/access/settings", Answer(200, Mail, Version(15)))
        {
            Body = Mail, Then = ("/api/access/settings", Answer(200, Mail, Version(15))),
        },
        new Case("nothing", "PATCH /api/access/settings", Answer(200, Usual, Version(0))) { Body = "{}" },
        new Case("reasons alone", "PATCH /api/access/settings", Answer(200, Usual.Replace("false", "true"), Version(15))) { Body = """{"showsReasons":true}""" },
        new Case("an empty list", "PATCH /api/access/settings", Answer(200, Usual.Replace("false", "true"), Version(16)))
        {
            Before = world => world.Admin.PatchAsync("/api/access/settings", Mail), Body = """{"subjectTypes":[]}""",
        },
        new Case("a bad type", "PATCH /api/access/settings", Invalid(
            "subjectTypes[0].type", "is required; subjectTypes[0].kind must be one of user, team; subjectTypes[0].identifier must be one of id, email, userName, externalId"))
        {
            Body = """{"subjectTypes":[{"kind":"crew"}]}""",
        },
        new Case("a type twice", "PATCH /api/access/settings", Invalid("subjectTypes[1].type", "must not be there twice"))
        {
            Body = """{"subjectTypes":[{"type":"a","kind":"user","identifier":"id"},{"type":"a","kind":"team","identifier":"id"}]}""",
        },
        new Case("a team by its e-mail", "PATCH /api/access/settings", Invalid("subjectTypes[0].identifier", "must be id, as a team has no other"))
        {
            Body = """{"subjectTypes":[{"type":"a","kind":"team","identifier":"email"}]}""",
        },
        new Case("by a provisioner", "PATCH /api/access/settings", NotPermitted("admin")) { Body = "{}", By = world => world.WithAsync(Grants.Provision) },
    ];

    public static TheoryData<Case> Types =>
    [
        new Case("a new one", "PUT /api/resource-types/record", Created("/api/resource-types/record", Record, 15))
        {
            Body = "{}", Then = ("/api/resource-types/record", Answer(200, Record, Version(15))),
        },
        new Case("one with all", "PUT /api/resource-types/page", Created("/api/resource-types/page", Type("page", "any", Warehouse), 15))
        {
            Body = $$"""{"ids":"any","home":{{Warehouse}}}""",
        },
        new Case("again", "PUT /api/resource-types/record", Answer(200, Record, Version(15))) { Before = RecordsAsync, Body = """{"ids":"registered","home":{"kind":"account"}}""" },
        new Case("another", "PUT /api/resource-types/record", Answer(200, Type("record", "any", Account), Version(16))) { Before = RecordsAsync, Body = """{"ids":"any"}""" },
        new Case("of bad ids", "PUT /api/resource-types/record", Invalid("ids", "must be registered or any")) { Body = """{"ids":"some"}""" },
        new Case("at a bad place", "PUT /api/resource-types/record", Invalid("home.kind", "must be account, organization, group or connector"))
        {
            Body = """{"home":{"kind":"desk","id":"1"}}""",
        },
        new Case("at a team", "PUT /api/resource-types/record", Invalid("home", "must not be a team, which is no place for resources")) { Body = """{"home":{"kind":"team","id":"crew"}}""" },
        new Case("at no place", "PUT /api/resource-types/record", Unknown("group", "none")) { Body = """{"home":{"kind":"group","id":"none"}}""" },
        new Case("of a place's name", "PUT /api/resource-types/group", Invalid("name", "must not be the name of a kind of scope")) { Body = "{}" },
        new Case("by a provisioner", "PUT /api/resource-types/record", NotPermitted("admin")) { Body = "{}", By = world => world.WithAsync(Grants.Provision) },
        new Case("all", "GET /api/resource-types", Answer(200, Page(Type("page", "registered", Account), Record)))
        {
            Before = async world =>
            {
                await RecordsAsync(world);
                await world.Admin.PutAsync("/api/resource-types/page", "{}");
            },
        },
        new Case("a cursor of nothing", "GET /api/resource-types?cursor=x", Invalid("cursor", "is not a cursor of this list")),
        new Case("none", "GET /api/resource-types/record", UnknownType),
        new Case("the end", "DELETE /api/resource-types/record", Answer(204, "")) { Before = RecordsAsync, Then = ("/api/resource-types/record", UnknownType) },
        new Case("the end of one in use", "DELETE /api/resource-types/record", Problem(
            409, "resource-type-in-use", "Resources of the type are registered", "There are resources of type 'record': remove them first.", "name")) { Before = OneAsync },
        new Case("the end of none", "DELETE /api/resource-types/record", UnknownType),
    ];

    public static TheoryData<Case> Resources =>
    [
        new Case("a new one", "PUT /api/resources/record/one", Created("/api/resources/record/one", One, 16))
        {
            Before = RecordsAsync,
            Body = """{"attributes":{"status":"active","used":true,"rank":3,"none":null}}""",
            Then = ("/api/resources/record/one", Answer(200, One, Version(16))),
        },
        new Case("at a place", "PUT /api/resources/record/a%20b", Created("/api/resources/record/a%20b", Resource("a b", Warehouse, "{}"), 16))
        {
            Before = RecordsAsync, Body = $$"""{"scope":{{Warehouse}}}""",
        },
        new Case("another", "PUT /api/resources/record/one", Answer(200, Resource("one", Account, "{}"), Version(17))) { Before = OneAsync, Body = "{}" },
        new Case("again", "PUT /api/resources/record/one", Answer(200, One, Version(16))) { Before = OneAsync, Body = """{"attributes":{"rank":3.0,"used":true,"status":"active"}}""" },
        new Case("with a list", "PUT /api/resources/record/one", Invalid("attributes.tags", "must be a text, a number, true or false"))
        {
            Before = RecordsAsync, Body = """{"attributes":{"tags":["a"]}}""",
        },
        new Case("of no type", "PUT /api/resources/record/one", UnknownType) { Body = "{}" },
        new Case("with a slash", "PUT /api/resources/record/a%2Fb", Invalid("id", "must be 1 to 256 characters without control characters and '/'")) { Before = RecordsAsync, Body = "{}" },
        new Case("by a reader", "PUT /api/resources/record/one", NotPermitted("provision")) { Before = RecordsAsync, Body = "{}", By = world => world.WithAsync(Grants.Read) },
        new Case("by a provisioner", "PUT /api/resources/record/one", Created("/api/resources/record/one", Resource("one", Account, "{}"), 17))
        {
            Before = RecordsAsync, Body = "{}", By = world => world.WithAsync(Grants.Provision),
        },
        new Case("all", "GET /api/resources/record", Answer(200, Page(One))) { Before = OneAsync },
        new Case("all of no type", "GET /api/resources/record", UnknownType),
        new Case("none", "GET /api/resources/record/two", Problem(404, "unknown-resource", "There is no such resource", "There is no record 'two'.")) { Before = RecordsAsync },
        new Case("the end", "DELETE /api/resources/record/one", Answer(204, "")) { Before = OneAsync, Then = ("/api/resources/record", Answer(200, Page())) },
    ];

    public static TheoryData<Case> OfUsers =>
    [
        new Case("nothing kept", "GET /api/users/mary/attributes", Answer(200, "{}", Version(14))),
        new Case("some", "PUT /api/users/mary/attributes", Answer(200, """{"floor":2,"team":"blue"}""", Version(15)))
        {
            Body = """{"team":"blue","floor":2}""", Then = ("/api/users/mary/attributes", Answer(200, """{"floor":2,"team":"blue"}""", Version(15))),
        },
        new Case("what is our own", "PUT /api/users/mary/attributes", Invalid("attributes.email", "is what Roster itself knows of the user, and cannot be set"))
        {
            Body = """{"email":"eve@example.com"}""",
        },
        new Case("an object", "PUT /api/users/mary/attributes", Invalid("a", "must be a text, a number, true or false")) { Body = """{"a":{}}""" },
        new Case("of nobody", "PUT /api/users/nobody/attributes", Unknown("user", "nobody")) { Body = "{}" },
        new Case("of whom the key does not reach", "PUT /api/users/ada/attributes", Above("admin", "member")) { Body = """{"a":1}""", By = world => world.WithAsync(Grants.Provision) },
        new Case("by a reader", "PUT /api/users/mary/attributes", NotPermitted("provision")) { Body = "{}", By = world => world.WithAsync(Grants.Read) },
    ];

    public static TheoryData<Case> Explanations =>
    [
        new Case("their own role", Explain + "action=write&resourceType=connector&resourceId=orders", Answer(200, Because(
            $$"""{"permission":"write","membership":{{GraceInOrders}},"seat":null}""",
            $$"""{"permission":"write","membership":{{GraceInWarehouse}},"seat":null}"""))),
        new Case("with the check grant alone", Explain + "subjectType=user&action=read&resourceType=account&resourceId={account}", Answer(200, Because(
            $$"""{"permission":"read","membership":{{GraceInAccount}},"seat":null}"""))) { By = world => world.WithAsync(Grants.Check) },
        new Case("a team's", Explain + "action=manage&resourceType=group&resourceId=staging", Answer(200, Because(
            $$"""{"permission":"manage","membership":{{Held("group", "staging", "teamId", "crew", "Manage Destination", "admin")}},"seat":{{Held("team", "crew", "userId", "grace", "Team Member", "member")}}}""")))
        {
            Before = async world =>
            {
                await world.Account.CreateTeamAsync("Crew", "crew");
                await world.Account.GiveRoleAsync(World.Grace, Core.Scopes.ScopeId.Team("crew"), "Team Member");
                await world.Account.GiveTeamRoleAsync("crew", World.Staging, "Manage Destination");
            },
        },
        new Case("none", Explain + "action=manage&resourceType=group&resourceId=warehouse", Answer(200, """{"decision":false,"reasons":[]}""")),
        new Case("of nobody", "GET /api/access/explain?subjectId=nobody&action=read&resourceType=group&resourceId=warehouse", Answer(200, """{"decision":false,"reasons":[]}""")),
        new Case("of nothing", "GET /api/access/explain", Invalid("subjectId", "is required")),
        new Case("by a reader", Explain + "action=read&resourceType=group&resourceId=warehouse", NotPermitted("check")) { By = world => world.WithAsync(Grants.Read, Level.Viewer) },
    ];

    [Theory, MemberData(nameof(Settings))]
    public Task Settings_operations(Case @case) => HoldsAsync(@case);

    [Theory, MemberData(nameof(Types))]
    public Task Resource_type_operations(Case @case) => HoldsAsync(@case);

    [Theory, MemberData(nameof(Resources))]
    public Task Resource_operations(Case @case) => HoldsAsync(@case);

    [Theory, MemberData(nameof(OfUsers))]
    public Task User_attribute_operations(Case @case) => HoldsAsync(@case);

    [Theory, MemberData(nameof(Explanations))]
    public Task Explain_operations(Case @case) => HoldsAsync(@case);

    [Fact]
    public async Task Resources_are_listed_by_id_page_by_page()
    {
        var world = await World.MakeAsync(Server.Roster);
        await RecordsAsync(world);
        string[] ids = ["a", "b", "\u00e9", "\uFF5E", "\U0001F600"];
        await Task.WhenAll(ids.Select(id => world.Admin.PutAsync($"/api/resources/record/{Uri.EscapeDataString(id)}", "{}")));
        var (found, cursor) = (new List<string?>(), "");
        do
        {
            var page = (await world.Admin.GetAsync($"/api/resources/record?limit=2&cursor={cursor}")).Json;
            found.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()));
            cursor = page.GetProperty("nextCursor").GetString();
        }
        while (cursor is not null);

        found.ShouldBe(ids);
    }

    [Fact]
    public async Task A_cursor_goes_with_its_own_list_and_account()
    {
        var (world, other) = (await World.MakeAsync(Server.Roster), await World.MakeAsync(Server.Roster));
        foreach (var one in new[] { world, other })
        {
            await RecordsAsync(one);
            await one.Admin.PutAsync("/api/resource-types/page", "{}");
            await one.Admin.PutAsync("/api/resources/record/a", "{}");
            await one.Admin.PutAsync("/api/resources/record/b", "{}");
        }

        var cursor = (await other.Admin.GetAsync("/api/resources/record?limit=1")).Json.GetProperty("nextCursor").GetString();

        (await other.Admin.GetAsync($"/api/resources/record?cursor={cursor}")).Status.ShouldBe(200);
        (await world.Admin.GetAsync($"/api/resources/record?cursor={cursor}")).Status.ShouldBe(400);
        (await other.Admin.GetAsync($"/api/resources/page?cursor={cursor}")).Status.ShouldBe(400);
        (await other.Admin.GetAsync($"/api/resource-types?cursor={cursor}")).Status.ShouldBe(400);
    }

    [Fact]
    public async Task A_write_is_done_to_the_version_that_was_meant()
    {
        var world = await World.MakeAsync(Server.Roster);
        await OneAsync(world);
        var version = (await world.Admin.GetAsync("/api/resources/record/one")).Header("ETag")!;

        (await world.Admin.PutAsync("/api/resources/record/one", "{}", ("If-None-Match", "*"))).Status.ShouldBe(412);
        (await world.Admin.PutAsync("/api/resources/record/one", "{}", ("If-Match", version))).Status.ShouldBe(200);
        (await world.Admin.DeleteAsync("/api/resources/record/one", ("If-Match", version))).Status.ShouldBe(412);
        (await world.Admin.PutAsync("/api/resources/record/two", "{}", ("If-None-Match", "*"))).Status.ShouldBe(201);
    }

    private static string UnknownType => Problem(404, "unknown-resource-type", "There is no such type of resource", "There is no resource type 'record'.");

    private static async Task RecordsAsync(World world) => (await world.Admin.PutAsync("/api/resource-types/record", "{}")).Status.ShouldBe(201);

    private static async Task OneAsync(World world)
    {
        await RecordsAsync(world);
        (await world.Admin.PutAsync("/api/resources/record/one", """{"attributes":{"status":"active","used":true,"rank":3}}""")).Status.ShouldBe(201);
    }

    private static string Because(params string[] reasons) => $$"""{"decision":true,"reasons":[{{string.Join(',', reasons)}}]}""";

    private static string Type(string name, string ids, string home) =>
        $$"""{"name":"{{name}}","ids":"{{ids}}","home":{{home}},"createdAt":"{{Now}}","changedAt":"{{Now}}"}""";

    private static string Resource(string id, string scope, string attributes) =>
        $$"""{"type":"record","id":"{{id}}","scope":{{scope}},"attributes":{{attributes}},"createdAt":"{{Now}}","changedAt":"{{Now}}"}""";

    private static string Held(string kind, string scope, string memberName, string member, string role, string level) =>
        $$"""{"kind":"{{kind}}","scopeId":"{{scope}}","userId":{{(memberName == "userId" ? $"\"{member}\"" : "null")}},"teamId":{{(memberName == "teamId" ? $"\"{member}\"" : "null")}},"role":"{{role}}","level":"{{level}}","expiresAt":null,"givenBy":"server","door":"server","createdAt":"{{Now}}","changedAt":"{{Now}}"}""";
}
