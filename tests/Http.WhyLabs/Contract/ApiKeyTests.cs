using System.Text.Json;
using Roster.Core.Keys;
using static Roster.Tests.Http.WhyLabs.Contract.Case;

namespace Roster.Tests.Http.WhyLabs.Contract;

public sealed class ApiKeyTests(WhyLabsServer server) : ContractTests(server)
{
    private const string Text = "~[0-9A-Za-z]{10}\\\\.[0-9A-Za-z]{53}:{org}";
    private const string Id = "~[0-9A-Za-z]{10}";

    // The server's clock stands at 2026-03-03T10:00:00.123456Z.
    private const long Now = 1_772_532_000_123;
    private const string Created = "2026-03-03T10:00:00.123";

    private static string Made(string user, string rest) =>
        $$"""{"key":"{{Text}}","keyId":"{{Id}}","orgId":"{org}","userId":"{{user}}","creationTime":"{{Created}}","revoked":false{{rest}}}""";

    private static readonly string TooSoon = Bad("expiration_time", "must be a time in milliseconds at least 60 seconds ahead");

    public static TheoryData<Case> Validations =>
    [
        new Case("an admin's key", "GET /v1/api-key/validate", 200, """{"requestId":"{id}"}"""),
        new Case("a key without any scope", "GET /v1/api-key/validate", 200, """{"requestId":"{id}"}""") { By = world => world.WithScopesAsync() },
        new Case("a key that only carries a scope", "GET /v1/api-key/validate", 200, """{"requestId":"{id}"}""") { By = world => world.WithScopesAsync(":write_data") },
    ];

    public static TheoryData<Case> Creations =>
    [
        new Case("nothing said", "POST /v1/api-key", 200, Made("{key0}", "")) { Before = NoteTheAdminsId },
        new Case("an admin's", "POST /v1/api-key?scopes=:account_administrator&scopes=:user&scopes=:user&alias=okta", 200, Made("{key0}", ""","scopes":[":account_administrator",":user"],"alias":"okta" """))
        {
            Before = NoteTheAdminsId,
        },
        new Case("with an end", $"POST /v1/api-key?expiration_time={Now + 60_877}", 200, Made("{key0}", ""","expirationTime":"2026-03-03T10:01:01" """)) { Before = NoteTheAdminsId },
        new Case("of the caller's owner", "POST /v1/api-key", 200, Made("user-ana", "")) { By = world => world.WithAsync(Grants.Admin, owner: World.Ana) },
        new Case("with a body that nobody reads", "POST /v1/api-key?alias=", 200, Made("{key0}", "")) { Before = NoteTheAdminsId, Body = "null" },
        new Case("an end too soon", $"POST /v1/api-key?expiration_time={Now + 59_999}", 400, TooSoon),
        new Case("an end in the past", "POST /v1/api-key?expiration_time=-1", 400, TooSoon),
        new Case("an end beyond all calendars", $"POST /v1/api-key?expiration_time={long.MaxValue}", 400, TooSoon),
        new Case("no number for the end", "POST /v1/api-key?expiration_time=soon", 400, Bad("expiration_time", "must be a whole number")),
        new Case("WhyLabs' own scope", "POST /v1/api-key?scopes=:whylabs_system", 400, Bad("scopes", "must not contain ':whylabs_system'")),
        new Case("an unknown scope", "POST /v1/api-key?scopes=:user&scopes=user", 400, Bad("scopes", "must not contain 'user'")),
        new Case("a resource", "POST /v1/api-key?resource_id=model-1", 400, Error("ArgumentValue", "~resource_id .+", "resource_id")),
        new Case("a long alias", $"POST /v1/api-key?alias={new string('a', 1_025)}", 400, Bad("alias", "must be at most 1024 characters long")),
        new Case("by a key that only provisions", "POST /v1/api-key", 403, Error("Forbidden", "~.+")) { By = world => world.WithAsync(Grants.Provision) },
        new Case("by a key of an administrator", "POST /v1/api-key", 403, Error("Forbidden", "~.+")) { By = world => world.WithScopesAsync(":administrator") },
        new Case("that outlives the one that asks", "POST /v1/api-key", 403, Error("Forbidden", "~.+"))
        {
            By = async world => world.With(await world.Account.MintKeyAsync(Grants.Admin, expiresAt: new((Now + 3_600_000) * 1_000))),
        },
    ];

    public static TheoryData<Case> Lists =>
    [
        new Case(
            "without secrets, in order of creation",
            "GET /v1/api-key",
            200,
            """{"items":[{"keyId":"{key0}","orgId":"{org}","scopes":[":account_administrator"],"alias":"first key"},{"keyId":"{key1}","orgId":"{org}","scopes":[":user"],"alias":"okta","expirationTime":"2026-03-03T11:00:00.123"}]}""")
        {
            Before = async world =>
            {
                await NoteTheAdminsId(world);
                await MakeAsync(world, $"?alias=okta&scopes=:user&expiration_time={Now + 3_600_000}");
            },
        },
        new Case("without revoked ones", "GET /v1/api-key", 200, """{"items":[{"keyId":"{key0}","orgId":"{org}","scopes":[":account_administrator"],"alias":"first key"}]}""")
        {
            Before = async world =>
            {
                await NoteTheAdminsId(world);
                await world.Account.RevokeKeyAsync(await world.Account.MintKeyAsync(Grants.Read));
            },
        },
        new Case("by a key of an administrator", "GET /v1/api-key", 403, Error("Forbidden", "~.+")) { By = world => world.WithScopesAsync(":administrator") },
    ];

    public static TheoryData<Case> Revocations =>
    [
        new Case("one's own", "DELETE /v1/api-key?key_id={key0}", 200, $$"""{"keyId":"{key0}","orgId":"{org}","userId":"~.{10}","creationTime":"{{Created}}","scopes":[":user"],"revoked":true}""")
        {
            Before = world => MakeAsync(world, "?scopes=:user"),
        },
        new Case("twice", "DELETE /v1/api-key?key_id={key0}", 200, $$"""{"keyId":"{key0}","orgId":"{org}","userId":"~.{10}","creationTime":"{{Created}}","scopes":[":user"],"revoked":true}""")
        {
            Before = async world =>
            {
                await MakeAsync(world, "?scopes=:user");
                await world.Admin.DeleteAsync(world.Fill("/v1/api-key?key_id={key0}"));
            },
        },
        new Case("one that another key made", "DELETE /v1/api-key?key_id={key0}", 404, Unknown("ApiKey", "{key0}")) { Before = NoteTheAdminsId },
        new Case("unknown", "DELETE /v1/api-key?key_id=0123456789", 404, Unknown("ApiKey", "0123456789")),
        new Case("no id", "DELETE /v1/api-key", 400, Bad("key_id", "is required")),
        new Case("by a key of an administrator", "DELETE /v1/api-key?key_id=0123456789", 403, Error("Forbidden", "~.+")) { By = world => world.WithScopesAsync(":administrator") },
    ];

    [Theory, MemberData(nameof(Validations), DisableDiscoveryEnumeration = true)]
    public Task ValidateApiKey(Case it) => HoldsAsync(it);

    [Theory, MemberData(nameof(Creations), DisableDiscoveryEnumeration = true)]
    public Task GenerateApiKey(Case it) => HoldsAsync(it);

    [Theory, MemberData(nameof(Lists), DisableDiscoveryEnumeration = true)]
    public Task ListApiKeyMetadata(Case it) => HoldsAsync(it);

    [Theory, MemberData(nameof(Revocations), DisableDiscoveryEnumeration = true)]
    public Task DeleteApiKey(Case it) => HoldsAsync(it);

    private static Task NoteTheAdminsId(World world)
    {
        world.Note(world.Account.Key.Id.Value);
        return Task.CompletedTask;
    }

    private static async Task MakeAsync(World world, string query)
    {
        JsonElement made = (await world.Admin.SendAsync("POST", "/v1/api-key" + query, null)).Json;
        world.Note(made.GetProperty("keyId").GetString()!);
    }
}
