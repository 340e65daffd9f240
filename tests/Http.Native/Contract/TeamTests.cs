using Roster.Core.Keys;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using static Roster.Tests.Http.Native.Expected;
using static Roster.Tests.Http.Native.Shown;

namespace Roster.Tests.Http.Native.Contract;

/// <summary>Teams, who sits in them, and what they hold.</summary>
public sealed class TeamTests(NativeServer server) : ContractTests(server)
{
    private static readonly string Crew = Team("crew", "Crew", null);
    private static readonly string GraceInCrew = Held("team", "crew", "grace", null, "Team Member", "member", "server");

    public static TheoryData<Case> Teams =>
    [
        new Case("all", "GET /api/teams", Answer(200, Page(Crew, Team("other", "Crew", "Others.", "Account Reviewer"))))
        {
            Before = async world =>
            {
                await CrewAsync(world);
                await world.Account.CreateTeamAsync("Crew", "other", "Account Reviewer", "Others.");
            },
        },
        new Case("a cursor of nothing", "GET /api/teams?cursor=x", Invalid("cursor", "is not a cursor of this list")),
        new Case("all without the grant", "GET /api/teams", NotPermitted("read")) { By = world => world.WithAsync(Grants.Check) },
        new Case("one", "GET /api/teams/crew", Answer(200, Crew, Version(15))) { Before = CrewAsync },
        new Case("none", "GET /api/teams/warehouse", Unknown("team", "warehouse")),
        new Case("a new one", "POST /api/teams", Created("/api/teams/team-ID", Team("team-ID", "New", null), 15)) { Body = """{"name":"New"}""" },
        new Case("a new one with all", "POST /api/teams", Created("/api/teams/new", Team("new", "New", "Fresh."), 15))
        {
            Body = """{"name":"New","description":"Fresh.","id":"new","role":"Account Administrator"}""",
        },
        new Case("an id that was in use", "POST /api/teams", IdTaken("crew"))
        {
            Body = """{"name":"New","id":"crew"}""",
            Before = async world =>
            {
                await CrewAsync(world);
                (await world.Admin.DeleteAsync("/api/teams/crew")).Status.ShouldBe(204);
            },
        },
        new Case("without a name", "POST /api/teams", Invalid("name", "is required")) { Body = "{}" },
        new Case("with a bad id", "POST /api/teams", Invalid("id", "must be 1 to 128 letters, digits, '_' or '-'")) { Body = """{"name":"New","id":"a b"}""" },
        new Case("with too long a description", "POST /api/teams", Invalid("description", "must be at most 4096 characters long"))
        {
            Body = $$"""{"name":"New","description":"{{new string('x', 4_097)}}"}""",
        },
        new Case("a provisioner's", "POST /api/teams", Created("/api/teams/new", Team("new", "New", null), 16))
        {
            Body = """{"name":"New","id":"new"}""", By = world => world.WithAsync(Grants.Provision),
        },
        new Case("a reader's", "POST /api/teams", NotPermitted("provision")) { Body = """{"name":"New"}""", By = world => world.WithAsync(Grants.Read) },
        new Case("another name", "PATCH /api/teams/crew", Answer(200, Team("crew", "Late crew", null), Version(16)))
        {
            Before = CrewAsync, Body = """{"name":"Late crew"}""", Then = ("/api/teams/crew", Answer(200, Team("crew", "Late crew", null), Version(16))),
        },
        new Case("a description", "PATCH /api/teams/crew", Answer(200, Team("crew", "Crew", "After ten."), Version(16)))
        {
            Before = CrewAsync, Body = """{"description":"After ten."}""",
        },
        new Case("nothing", "PATCH /api/teams/crew", Answer(200, Crew, Version(15))) { Before = CrewAsync, Body = "{}" },
        new Case("no team", "PATCH /api/teams/nobody", Unknown("team", "nobody")) { Body = "{}" },
        new Case("the end", "DELETE /api/teams/crew", Answer(204, "")) { Before = CrewAsync, Then = ("/api/teams/crew", Unknown("team", "crew")) },
        new Case("the end of none", "DELETE /api/teams/nobody", Unknown("team", "nobody")),
    ];

    public static TheoryData<Case> Seats =>
    [
        new Case("nobody", "GET /api/teams/crew/users", Answer(200, Page())) { Before = CrewAsync },
        new Case("one", "GET /api/teams/crew/users?active=true", Answer(200, Page(GraceInCrew))) { Before = GraceAsync },
        new Case("no inactive one", "GET /api/teams/crew/users?active=false", Answer(200, Page())) { Before = GraceAsync },
        new Case("of no team", "GET /api/teams/nobody/users", Unknown("team", "nobody")),
        new Case("among memberships", "GET /api/memberships?kind=team&userId=grace", Answer(200, Page(GraceInCrew))) { Before = GraceAsync },
        new Case("hers", "GET /api/teams/crew/users/grace", Answer(200, GraceInCrew, Version(16))) { Before = GraceAsync },
        new Case("hers as a membership", "GET /api/memberships/team/crew/grace", Answer(200, GraceInCrew, Version(16))) { Before = GraceAsync },
        new Case("nobody's", "GET /api/teams/crew/users/nobody", Unknown("user", "nobody")) { Before = CrewAsync },
        new Case("a new one", "PUT /api/teams/crew/users/mary", Created(
            "/api/memberships/team/crew/mary", Held("team", "crew", "mary", null, "Team Manager", "admin"), 16))
        {
            Before = CrewAsync, Body = """{"role":"Team Manager"}""", Then = ("/api/teams/crew", Answer(200, Crew, Version(16))),
        },
        new Case("with a role of another kind", "PUT /api/teams/crew/users/mary", NotAssignable("Account Analyst", "team"))
        {
            Before = CrewAsync, Body = """{"role":"Account Analyst"}""",
        },
        new Case("in no team", "PUT /api/teams/nobody/users/mary", Unknown("team", "nobody")) { Body = """{"role":"Team Member"}""" },
        new Case("its end", "DELETE /api/teams/crew/users/grace", Answer(204, "")) { Before = GraceAsync, Then = ("/api/teams/crew/users", Answer(200, Page())) },
        new Case("what a key may not give", "PUT /api/teams/crew/users/mary", Above("admin", "member", "role"))
        {
            Before = AdminsAsync, Body = """{"role":"Team Member"}""", By = world => world.WithAsync(Grants.Provision, Level.Member),
        },
        new Case("what a key may not take", "DELETE /api/teams/crew/users/grace", Above("admin", "member"))
        {
            Before = AdminsAsync, By = world => world.WithAsync(Grants.Provision, Level.Member),
        },
        new Case("what a key may not give back", "PATCH /api/users/grace", Above("admin", "member"))
        {
            Before = async world =>
            {
                await AdminsAsync(world);
                await world.Account.DeactivateUserAsync(World.Grace);
            },
            Body = """{"active":true}""",
            By = world => world.WithAsync(Grants.Provision, Level.Member),
        },
    ];

    public static TheoryData<Case> Memberships =>
    [
        new Case("a new one", "PUT /api/memberships/group/staging/teams/crew", Created(
            "/api/memberships/group/staging/teams/crew", Held("group", "staging", null, "crew", "View Destination", "viewer"), 16))
        {
            Before = CrewAsync,
            Body = """{"role":"View Destination"}""",
            Then = ("/api/memberships?teamId=crew", Answer(200, Page(Held("group", "staging", null, "crew", "View Destination", "viewer")))),
        },
        new Case("in the account", "PUT /api/memberships/account/{account}/teams/crew", Created(
            "/api/memberships/account/{account}/teams/crew", Held("account", "{account}", null, "crew", "Account Reviewer", "viewer"), 16))
        {
            Before = CrewAsync, Body = """{"role":"Account Reviewer"}""", Then = ("/api/teams/crew", Answer(200, Team("crew", "Crew", null, "Account Reviewer"), Version(16))),
        },
        new Case("none", "GET /api/memberships/group/staging/teams/crew", Problem(
            404, "unknown-membership", "There is no such membership", "The team 'crew' has no role in 'staging'."))
        {
            Before = CrewAsync,
        },
        new Case("of no team", "GET /api/memberships/group/staging/teams/nobody", Unknown("team", "nobody")),
        new Case("its end", "DELETE /api/memberships/account/{account}/teams/crew", Answer(204, ""))
        {
            Before = AdminsAsync, Then = ("/api/memberships?teamId=crew", Answer(200, Page())),
        },
        new Case("a team in a team", "PUT /api/memberships/team/crew/teams/crew", Invalid("teamId", "must not be a member of a team: it is one itself"))
        {
            Before = CrewAsync, Body = """{"role":"Team Member"}""",
        },
        new Case("of a user and a team", "GET /api/memberships?userId=grace&teamId=crew", Invalid("teamId", "must not stand beside userId: a member is one or the other")),
    ];

    [Theory, MemberData(nameof(Teams))]
    public Task Team_operations(Case @case) => HoldsAsync(@case);

    [Theory, MemberData(nameof(Seats))]
    public Task Seat_operations(Case @case) => HoldsAsync(@case);

    [Theory, MemberData(nameof(Memberships))]
    public Task Membership_operations(Case @case) => HoldsAsync(@case);

    [Fact]
    public async Task Who_is_inactive_already_is_not_deactivated_again_for_a_seat()
    {
        var world = await World.MakeAsync(Server.Roster);
        await GraceAsync(world);
        await world.Account.DeactivateUserAsync(World.Grace);
        var revision = await world.Account.RevisionAsync();

        (await world.Admin.PatchAsync("/api/users/grace", """{"active":false}""")).Status.ShouldBe(200);

        (await world.Account.RevisionAsync()).ShouldBe(revision);
        (await world.Admin.GetAsync("/api/teams/crew/users?active=false")).Json.GetProperty("items").GetArrayLength().ShouldBe(1);
    }

    private static Task<string> CrewAsync(World world) => world.Account.CreateTeamAsync("Crew", "crew");

    private static async Task GraceAsync(World world)
    {
        await CrewAsync(world);
        await world.Account.GiveRoleAsync(World.Grace, ScopeId.Team("crew"), "Team Member");
    }

    private static async Task AdminsAsync(World world)
    {
        await GraceAsync(world);
        await world.Account.GiveTeamRoleAsync("crew", world.Account.Scope, "Account Administrator");
    }

    private static string Team(string id, string name, string? description, string? role = null) =>
        $$"""{"id":"{{id}}","name":"{{name}}","description":{{Quoted(description)}},"role":{{Quoted(role)}},"createdAt":"{{Now}}","changedAt":"{{Now}}"}""";

    private static string Held(string kind, string scope, string? user, string? team, string role, string level, string? givenBy = null)
    {
        var (by, door) = givenBy is null ? ("key:{key}", "native") : (givenBy, "server");
        return $$"""{"kind":"{{kind}}","scopeId":"{{scope}}","userId":{{Quoted(user)}},"teamId":{{Quoted(team)}},"role":"{{role}}","level":"{{level}}","expiresAt":null,"givenBy":"{{by}}","door":"{{door}}","createdAt":"{{Now}}","changedAt":"{{Now}}"}""";
    }

    private static string Quoted(string? text) => text is null ? "null" : $"\"{text}\"";

    private static string IdTaken(string id) => Problem(409, "id-taken", "The id is taken", $"The id '{id}' is, or was, in use.", "id");

    private static string NotAssignable(string role, string kind) => Problem(
        400, "role-not-assignable", "The role cannot be given there", $"'{role}' is not a role that can be given in a scope of kind {kind}.", "role");
}
