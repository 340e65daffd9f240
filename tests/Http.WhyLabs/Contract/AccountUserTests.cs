using Roster.Core.Keys;
using static Roster.Tests.Http.WhyLabs.Contract.Case;

namespace Roster.Tests.Http.WhyLabs.Contract;

public sealed class AccountUserTests(WhyLabsServer server) : ContractTests(server)
{
    private const string Ana = """{"userId":"user-ana","orgId":"{org}","email":"ana@example.com","active":true}""";
    private const string Bo = """{"userId":"user-bo","orgId":"{org}","externalId":"ext-9","email":"bo@example.com","userSchema":"{\"title\":\"PM\"}","active":true}""";
    private const string Cy = """{"userId":"user-cy","orgId":"{org}","email":"cy@example.com","active":true}""";
    private const string Dee = """{"userId":"user-dee","orgId":"{org}","email":"dee@example.com","active":false}""";
    private const string Eve = """{"userId":"~user-[0-9a-z]+","orgId":"{org}","email":"eve@example.com","active":true}""";

    public static TheoryData<Case> Creations =>
    [
        new Case("only an address", "POST {a}/user", 200, Eve) { Body = """{"email":"Eve@Example.com"}""" },
        new Case("everything", "POST {a}/user", 200, """{"userId":"~user-[0-9a-z]+","orgId":"{org}","externalId":"e","email":"eve@example.com","userSchema":"{}","active":false}""")
        {
            Body = """{"email":"eve@example.com","externalId":"e","userSchema":"{}","active":false}""",
        },
        new Case("nulls", "POST {a}/user", 200, Eve) { Body = """{"email":"eve@example.com","externalId":null,"userSchema":null,"active":null}""" },
        new Case("no membership comes of it", "POST {a}/user", 200, Eve)
        {
            Body = """{"email":"eve@example.com"}""",
            Then = ("{a}/memberships?managed_org_id={org}&role=MEMBER", """{"memberships":[]}"""),
        },
        new Case("a deleted address again", "POST {a}/user", 200, Bo.Replace(",\"userSchema\":\"{\\\"title\\\":\\\"PM\\\"}\"", "").Replace("ext-9", "new"))
        {
            Before = world => world.Account.DeleteUserAsync(World.Bo),
            Body = """{"email":"BO@example.com","externalId":"new"}""",
            Then = ("{a}/memberships?user_id=user-bo", """{"memberships":[]}"""),
        },
        new Case("a duplicate in another case", "POST {a}/user", 409, Error("ResourceAlreadyExists", "Resource email with ID ana@example.com already exists."))
        {
            Body = """{"email":"ANA@example.com"}""",
        },
        new Case("no address", "POST {a}/user", 400, Bad("email", "is required")) { Body = "{}" },
        new Case("a null address", "POST {a}/user", 400, Bad("email", "is required")) { Body = """{"email":null}""" },
        new Case("an empty address", "POST {a}/user", 400, Bad("email", "must not be empty")) { Body = """{"email":""}""" },
        new Case("no e-mail address", "POST {a}/user", 400, Bad("email", "must be an e-mail address")) { Body = """{"email":"eve"}""" },
        new Case("an address with a line break", "POST {a}/user", 400, Bad("email", "must not contain control characters")) { Body = """{"email":"e\r\n@example.com"}""" },
        new Case("a number for an address", "POST {a}/user", 400, Bad("email", "must be a text")) { Body = """{"email":7}""" },
        new Case("a text for active", "POST {a}/user", 400, Bad("active", "must be true or false")) { Body = """{"email":"eve@example.com","active":"yes"}""" },
        new Case("two problems", "POST {a}/user", 400, Error("ArgumentValue", "email is required; userSchema must be a text", "email")) { Body = """{"userSchema":{}}""" },
        new Case("no body", "POST {a}/user", 400, Error("ArgumentValue", "~.+", "body")),
        new Case("broken JSON", "POST {a}/user", 400, Error("ArgumentValue", "~.+", "body")) { Body = """{"email":""" },
        new Case("an array", "POST {a}/user", 400, Error("ArgumentValue", "~.+", "body")) { Body = "[]" },
        new Case("a key that only reads", "POST {a}/user", 403, Error("Forbidden", "~.+"))
        {
            By = world => world.WithAsync(Grants.Read),
            Body = """{"email":"eve@example.com"}""",
        },
    ];

    public static TheoryData<Case> Updates =>
    [
        new Case("everything", "PUT {a}/user?user_id=user-cy", 200, """{"userId":"user-cy","orgId":"{org}","externalId":"e","email":"cy@example.com","userSchema":"s","active":true}""")
        {
            Body = """{"externalId":"e","userSchema":"s","active":true}""",
        },
        new Case("what is absent is cleared", "PUT {a}/user?user_id=user-bo", 200, """{"userId":"user-bo","orgId":"{org}","email":"bo@example.com","active":true}""") { Body = "{}" },
        new Case("what is null is cleared", "PUT {a}/user?user_id=user-bo", 200, """{"userId":"user-bo","orgId":"{org}","email":"bo@example.com","active":true}""")
        {
            Body = """{"externalId":null,"userSchema":null,"active":null}""",
        },
        new Case("an absent active means true", "PUT {a}/user?user_id=user-dee", 200, Dee.Replace("false", "true")) { Body = "{}" },
        new Case("what never changes is ignored", "PUT {a}/user?user_id=user-cy", 200, Cy)
        {
            Body = """{"email":"other@example.com","userId":"user-x","orgId":"org-x"}""",
        },
        new Case("deactivation ends all memberships", "PUT {a}/user?user_id=user-bo", 200, """{"userId":"user-bo","orgId":"{org}","email":"bo@example.com","active":false}""")
        {
            Body = """{"active":false}""",
            Then = ("{a}/memberships?user_id=user-bo", """{"memberships":[]}"""),
        },
        new Case("an unknown user", "PUT {a}/user?user_id=user-x", 404, Unknown("account user", "user-x")) { Body = "{}" },
        new Case("a deleted user", "PUT {a}/user?user_id=user-bo", 404, Unknown("account user", "user-bo"))
        {
            Before = world => world.Account.DeleteUserAsync(World.Bo),
            Body = "{}",
        },
        new Case("no id", "PUT {a}/user", 400, Bad("user_id", "is required")) { Body = "{}" },
        new Case("an empty id", "PUT {a}/user?user_id=", 400, Bad("user_id", "is required")) { Body = "{}" },
        new Case("two ids", "PUT {a}/user?user_id=user-bo&user_id=user-cy", 400, Bad("user_id", "must be given once")) { Body = "{}" },
        new Case("no body", "PUT {a}/user?user_id=user-cy", 400, Error("ArgumentValue", "~.+", "body")),
        new Case("a number for the schema", "PUT {a}/user?user_id=user-cy", 400, Bad("userSchema", "must be a text")) { Body = """{"userSchema":1}""" },
        new Case("the last owner", "PUT {a}/user?user_id=user-ana", 400, Error("IllegalArgument", "The account must keep at least one owner."))
        {
            Body = """{"externalId":"e","active":false}""",
            Then = ("{a}/user/id?user_id=user-ana", Ana),
        },
        new Case("someone above the key", "PUT {a}/user?user_id=user-ana", 403, Error("Forbidden", "~.+"))
        {
            By = world => world.WithAsync(Grants.Provision),
            Body = """{"active":false}""",
        },
    ];

    public static TheoryData<Case> SearchesByEmail =>
    [
        new Case("as it is", "GET {a}/user/email?email=bo@example.com", 200, Bo),
        new Case("in another case", "GET {a}/user/email?email=ANA%40EXAMPLE.com", 200, Ana),
        new Case("inactive", "GET {a}/user/email?email=dee@example.com", 200, Dee),
        new Case("unknown", "GET {a}/user/email?email=Eve%2Bx%40example.com", 404, Unknown("account user email", "Eve+x@example.com")),
        new Case("deleted", "GET {a}/user/email?email=bo@example.com", 404, Unknown("account user email", "bo@example.com"))
        {
            Before = world => world.Account.DeleteUserAsync(World.Bo),
        },
        new Case("missing", "GET {a}/user/email", 400, Bad("email", "is required")),
        new Case("empty", "GET {a}/user/email?email=", 400, Bad("email", "is required")),
    ];

    public static TheoryData<Case> SearchesById =>
    [
        new Case("active", "GET {a}/user/id?user_id=user-bo", 200, Bo),
        new Case("inactive", "GET {a}/user/id?user_id=user-dee", 200, Dee),
        new Case("unknown", "GET {a}/user/id?user_id=user-x", 404, Unknown("account user", "user-x")),
        new Case("in another case", "GET {a}/user/id?user_id=USER-BO", 404, Unknown("account user", "USER-BO")),
        new Case("missing", "GET {a}/user/id", 400, Bad("user_id", "is required")),
    ];

    public static TheoryData<Case> Deletions =>
    [
        new Case("a member", "DELETE {a}/user/user-bo", 200, """{"requestId":"{id}"}""")
        {
            Then = ("{a}/users", $"[{Ana},{Cy},{Dee}]"),
        },
        new Case("with memberships", "DELETE {a}/user/user-bo", 200, """{"requestId":"{id}"}""")
        {
            Then = ("{a}/memberships?role=VIEWER", """{"memberships":[]}"""),
        },
        new Case("a percent-encoded id", "DELETE {a}/user/user%2Dbo", 200, """{"requestId":"{id}"}"""),
        new Case("unknown", "DELETE {a}/user/user-x", 404, Unknown("account user", "user-x")),
        new Case("twice", "DELETE {a}/user/user-bo", 404, Unknown("account user", "user-bo"))
        {
            Before = world => world.Account.DeleteUserAsync(World.Bo),
        },
        new Case("the last owner", "DELETE {a}/user/user-ana", 400, Error("IllegalArgument", "The account must keep at least one owner.")),
        new Case("someone above the key", "DELETE {a}/user/user-ana", 403, Error("Forbidden", "~.+"))
        {
            By = world => world.WithAsync(Grants.Provision),
        },
    ];

    public static TheoryData<Case> Lists =>
    [
        new Case("by id, inactive ones included", "GET {a}/users", 200, $"[{Ana},{Bo},{Cy},{Dee}]"),
        new Case("unknown parameters are ignored", "GET {a}/users?limit=1", 200, $"[{Ana},{Bo},{Cy},{Dee}]"),
        new Case("by a key that only reads", "GET {a}/users", 200, $"[{Ana},{Bo},{Cy},{Dee}]") { By = world => world.WithAsync(Grants.Read) },
    ];

    [Theory, MemberData(nameof(Creations), DisableDiscoveryEnumeration = true)]
    public Task CreateAccountUser(Case it) => HoldsAsync(it);

    [Theory, MemberData(nameof(Updates), DisableDiscoveryEnumeration = true)]
    public Task UpdateAccountUser(Case it) => HoldsAsync(it);

    [Theory, MemberData(nameof(SearchesByEmail), DisableDiscoveryEnumeration = true)]
    public Task GetAccountUserByEmail(Case it) => HoldsAsync(it);

    [Theory, MemberData(nameof(SearchesById), DisableDiscoveryEnumeration = true)]
    public Task GetAccountUserById(Case it) => HoldsAsync(it);

    [Theory, MemberData(nameof(Deletions), DisableDiscoveryEnumeration = true)]
    public Task DeleteAccountUser(Case it) => HoldsAsync(it);

    [Theory, MemberData(nameof(Lists), DisableDiscoveryEnumeration = true)]
    public Task ListAccountUsers(Case it) => HoldsAsync(it);
}
