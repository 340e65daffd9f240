using Roster.Core.Keys;
using Roster.Core.Roles;
using static Roster.Tests.Http.Native.Expected;
using static Roster.Tests.Http.Native.Shown;

namespace Roster.Tests.Http.Native.Contract;

public sealed class UserTests(NativeServer server) : ContractTests(server)
{
    private const string BadId = "must be 1 to 128 letters, digits, '_' or '-'";

    public static TheoryData<Case> Lists =>
    [
        new Case("all", "GET /api/users", Answer(200, Page(Ada, Grace, Mary))),
        new Case("by name, however it is written", "GET /api/users?userName=aDA%40EXAMPLE.com", Answer(200, Page(Ada))),
        new Case("by a name that nobody has", "GET /api/users?userName=nobody%40example.com", Answer(200, Page())),
        new Case("by name and not active", "GET /api/users?userName=ada%40example.com&active=false", Answer(200, Page())),
        new Case("active", "GET /api/users?active=true", Answer(200, Page(Ada, Grace))) { Before = world => world.Account.DeactivateUserAsync(World.Mary) },
        new Case("inactive", "GET /api/users?active=false", Answer(200, Page(Mary.Replace("\"active\":true", "\"active\":false"))))
        {
            Before = world => world.Account.DeactivateUserAsync(World.Mary),
        },
        new Case("a bad flag", "GET /api/users?active=yes", Invalid("active", "must be true or false")),
        new Case("no limit", "GET /api/users?limit=0", Invalid("limit", "must be a whole number from 1 to 1000")),
        new Case("too high a limit", "GET /api/users?limit=1001", Invalid("limit", "must be a whole number from 1 to 1000")),
        new Case("a cursor of nothing", "GET /api/users?cursor=x", Invalid("cursor", "is not a cursor of this list")),
        new Case("without the grant", "GET /api/users", NotPermitted("read")) { By = world => world.WithAsync(Grants.Check) },
    ];

    public static TheoryData<Case> Creations =>
    [
        new Case("with a name alone", "POST /api/users", Created("/api/users/user-ID", New("user-ID", "Eve"), 15)) { Body = """{"userName":"Eve"}""" },
        new Case("with everything", "POST /api/users", Created(
            "/api/users/eve",
            $$"""{"id":"eve","userName":"Eve@example.com","givenName":"Eve","familyName":"X","displayName":"Dr Eve","phone":"1","picture":"https://img.example.com/e.png","externalId":"00u","userSchema":"{}","active":false,"pending":false,"verified":false,"role":null,"createdAt":"{{Now}}","changedAt":"{{Now}}"}""",
            15))
        {
            Body = """{"id":"eve","userName":"Eve@example.com","givenName":"Eve","familyName":"X","displayName":"Dr Eve","phone":"1","picture":"https://img.example.com/e.png","externalId":"00u","userSchema":"{}","active":false,"invite":false}""",
        },
        new Case("invited", "POST /api/users", Created("/api/users/user-ID", New("user-ID", "eve").Replace("\"pending\":false", "\"pending\":true"), 15))
        {
            Body = """{"userName":"eve","invite":true}""",
        },
        new Case("with a role", "POST /api/users", Created("/api/users/user-ID", New("user-ID", "eve").Replace("\"role\":null", "\"role\":\"Account Reviewer\""), 16))
        {
            Body = """{"userName":"eve","role":"Account Reviewer"}""",
        },
        new Case("with a role that is not one of the account's", "POST /api/users", Problem(
            400, "role-not-assignable", "The role cannot be given there",
            "'Organization Admin' is not a role that can be given in a scope of kind account.", "role"))
        {
            Body = """{"userName":"eve","role":"Organization Admin"}""",
            Then = ("/api/users", Answer(200, Page(Ada, Grace, Mary))),
        },
        new Case("with a role above the key's level", "POST /api/users", Above("admin", "member", "role"))
        {
            Body = """{"userName":"eve","role":"Account Administrator"}""",
            By = world => world.WithAsync(Grants.Provision),
            Then = ("/api/users", Answer(200, Page(Ada, Grace, Mary))),
        },
        new Case("again after deletion", "POST /api/users", Created("/api/users/mary", New("mary", "MARY@example.com"), 16))
        {
            Body = """{"userName":"MARY@example.com"}""",
            Before = world => world.Account.DeleteUserAsync(World.Mary),
            Then = ("/api/memberships?userId=mary", Answer(200, Page())),
        },
        new Case("again after deletion with the id of before", "POST /api/users", Created("/api/users/mary", New("mary", "mary@example.com"), 16))
        {
            Body = """{"userName":"mary@example.com","id":"mary"}""",
            Before = world => world.Account.DeleteUserAsync(World.Mary),
        },
        new Case("again after deletion with another id", "POST /api/users", IdTaken("maria"))
        {
            Body = """{"userName":"mary@example.com","id":"maria"}""",
            Before = world => world.Account.DeleteUserAsync(World.Mary),
        },
        new Case("an id of before with another name", "POST /api/users", IdTaken("mary"))
        {
            Body = """{"userName":"maria@example.com","id":"mary"}""",
            Before = world => world.Account.DeleteUserAsync(World.Mary),
        },
        new Case("an id that is in use", "POST /api/users", IdTaken("grace")) { Body = """{"userName":"eve","id":"grace"}""" },
        new Case("a name that is in use", "POST /api/users", NameTaken("ADA@example.COM")) { Body = """{"userName":"ADA@example.COM"}""" },
        new Case("without a name", "POST /api/users", Invalid("userName", "is required")) { Body = "{}" },
        new Case("with an empty name", "POST /api/users", Invalid("userName", "must not be empty")) { Body = """{"userName":""}""" },
        new Case("with white space around the name", "POST /api/users", Invalid("userName", "must not begin or end with white space")) { Body = """{"userName":"eve "}""" },
        new Case("with a name that is no text", "POST /api/users", Invalid("userName", "must be a text")) { Body = """{"userName":1}""" },
        new Case("with a bad id", "POST /api/users", Invalid("id", BadId)) { Body = """{"userName":"eve","id":"e/e"}""" },
        new Case("with several things wrong", "POST /api/users", Invalid("givenName", "must be a text; invite must be true or false"))
        {
            Body = """{"userName":"eve","givenName":[],"invite":"yes"}""",
        },
        new Case("invited and inactive", "POST /api/users", Invalid("active", "must be true for a user who is invited"))
        {
            Body = """{"userName":"eve","active":false,"invite":true}""",
        },
        new Case("without the grant", "POST /api/users", NotPermitted("provision"))
        {
            Body = """{"userName":"eve"}""",
            By = world => world.WithAsync(Grants.Read),
        },
    ];

    public static TheoryData<Case> Singles =>
    [
        new Case("one", "GET /api/users/ada", Answer(200, Ada, Version(4))),
        new Case("nobody", "GET /api/users/nobody", Unknown("user", "nobody")),
        new Case("an id in another case", "GET /api/users/ADA", Unknown("user", "ADA")),
        new Case("who was deleted", "GET /api/users/mary", Unknown("user", "mary")) { Before = world => world.Account.DeleteUserAsync(World.Mary) },
    ];

    public static TheoryData<Case> Changes =>
    [
        new Case("a value given and one taken", "PATCH /api/users/ada", Answer(
            200, Ada.Replace("\"givenName\":\"Ada\"", "\"givenName\":null").Replace("\"phone\":null", "\"phone\":\"1\""), Version(15)))
        {
            Body = """{"givenName":null,"phone":"1"}""",
        },
        new Case("nothing", "PATCH /api/users/ada", Answer(200, Ada, Version(4))) { Body = "{}" },
        new Case("what is so already", "PATCH /api/users/ada", Answer(200, Ada, Version(4))) { Body = """{"userName":"Ada@example.com","active":true,"picture":null}""" },
        new Case("a name", "PATCH /api/users/mary", Answer(200, Mary.Replace("mary@example.com", "May"), Version(15))) { Body = """{"userName":"May"}""" },
        new Case("deactivation", "PATCH /api/users/mary", Answer(200, Mary.Replace("\"active\":true", "\"active\":false"), Version(15)))
        {
            Body = """{"active":false}""",
            Then = ("/api/memberships?userId=mary", Answer(200, Page())),
        },
        new Case("activation, which brings no role back", "PATCH /api/users/grace", Answer(200, Grace.Replace("\"Account Reviewer\"", "null"), Version(16)))
        {
            Body = """{"active":true}""",
            Before = world => world.Account.DeactivateUserAsync(World.Grace),
            Then = ("/api/memberships?userId=grace", Answer(200, Page())),
        },
        new Case("a name that is in use", "PATCH /api/users/mary", NameTaken("Ada@example.com")) { Body = """{"userName":"ada@example.com"}""" },
        new Case("a name of null", "PATCH /api/users/mary", Invalid("userName", "is required")) { Body = """{"userName":null}""" },
        new Case("an activity of null", "PATCH /api/users/mary", Invalid("active", "must be true or false")) { Body = """{"active":null}""" },
        new Case("nobody", "PATCH /api/users/nobody", Unknown("user", "nobody")) { Body = "{}" },
        new Case("the last owner's activity", "PATCH /api/users/ada", LastOwnerStays) { Body = """{"active":false}""" },
        new Case("the name of who holds a higher role", "PATCH /api/users/ada", Above("admin", "member"))
        {
            Body = """{"userName":"Eve"}""",
            By = world => world.WithAsync(Grants.Provision),
        },
        new Case("without the grant", "PATCH /api/users/mary", NotPermitted("provision")) { Body = "{}", By = world => world.WithAsync(Grants.Read) },
    ];

    public static TheoryData<Case> Deletions =>
    [
        new Case("one", "DELETE /api/users/mary", Answer(204, "")) { Then = ("/api/users", Answer(200, Page(Ada, Grace))) },
        new Case("nobody", "DELETE /api/users/nobody", Unknown("user", "nobody")),
        new Case("the last owner", "DELETE /api/users/ada", LastOwnerStays),
        new Case("who holds a higher role", "DELETE /api/users/grace", Above("member", "viewer")) { By = world => world.WithAsync(Grants.Provision, Level.Viewer) },
        new Case("without the grant", "DELETE /api/users/mary", NotPermitted("provision")) { By = world => world.WithAsync(Grants.Read) },
    ];

    private static string LastOwnerStays => Problem(409, "last-owner", "The account must keep an owner", LastOwner);

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

    private static string New(string id, string name) =>
        $$"""{"id":"{{id}}","userName":"{{name}}","givenName":null,"familyName":null,"displayName":null,"phone":null,"picture":null,"externalId":null,"userSchema":null,"active":true,"pending":false,"verified":false,"role":null,"createdAt":"{{Now}}","changedAt":"{{Now}}"}""";

    private static string IdTaken(string id) => Problem(409, "id-taken", "The id is taken", $"The id '{id}' cannot be given to this user.", "id");

    private static string NameTaken(string name) =>
        Problem(409, "user-name-taken", "The user name is taken", $"There is a user '{name}' already.", "userName");
}
