using Roster.Core.Keys;
using Roster.Core.Values;
using static Roster.Tests.Http.Native.Expected;
using static Roster.Tests.Http.Native.Shown;

namespace Roster.Tests.Http.Native.Contract;

public sealed class KeyTests(NativeServer server) : ContractTests(server)
{
    private const string Later = "2027-01-01T00:00:00.000000Z";

    public static TheoryData<Case> Mintings =>
    [
        new Case("a reader", "POST /api/keys", Minted("""["read"]""", "member")) { Body = """{"name":"new","grants":["read"]}""" },
        new Case("a provisioner of a level", "POST /api/keys", Minted("""["provision"]""", "viewer"))
        {
            Body = """{"name":"new","grants":["provision"],"level":"viewer"}""",
        },
        new Case("everything, with level admin", "POST /api/keys", Minted("""["admin"]""", "admin")) { Body = """{"name":"new","grants":["admin"]}""" },
        new Case("several grants", "POST /api/keys", Minted("""["read","check"]""", "member")) { Body = """{"name":"new","grants":["check","read","check"]}""" },
        new Case("with an end", "POST /api/keys", Minted("""["read"]""", "member", until: Later))
        {
            Body = $$"""{"name":"new","grants":["read"],"expiresAt":"{{Later}}"}""",
        },
        new Case("a user's", "POST /api/keys", Minted("""["provision"]""", "admin", owner: "mary"))
        {
            Body = """{"name":"new","grants":["provision"],"ownerId":"mary"}""",
        },
        new Case("nobody's user's", "POST /api/keys", Invalid("ownerId", "must be an active user of the account"))
        {
            Body = """{"name":"new","grants":["read"],"ownerId":"nobody"}""",
        },
        new Case("an inactive user's", "POST /api/keys", Invalid("ownerId", "must be an active user of the account"))
        {
            Body = """{"name":"new","grants":["read"],"ownerId":"mary"}""",
            Before = world => world.Account.DeactivateUserAsync(World.Mary),
        },
        new Case("without a name", "POST /api/keys", Invalid("name", "is required")) { Body = """{"grants":["read"]}""" },
        new Case("with too long a name", "POST /api/keys", Invalid("name", "must be at most 1024 characters long"))
        {
            Body = $$"""{"name":"{{new string('x', 1_025)}}","grants":["read"]}""",
        },
        new Case("without grants", "POST /api/keys", Invalid("grants", "is required")) { Body = """{"name":"new"}""" },
        new Case("with no grants", "POST /api/keys", Invalid("grants", "must not be empty")) { Body = """{"name":"new","grants":[]}""" },
        new Case("with a bad grant", "POST /api/keys", Invalid("grants[1]", "must be read, provision, admin or check")) { Body = """{"name":"new","grants":["read","write"]}""" },
        new Case("with a bad level", "POST /api/keys", Invalid("level", "must be admin, member or viewer")) { Body = """{"name":"new","grants":["provision"],"level":"none"}""" },
        new Case("everything with a lower level", "POST /api/keys", Invalid("level", "must be admin where the key may do everything"))
        {
            Body = """{"name":"new","grants":["admin"],"level":"member"}""",
        },
        new Case("with an end that is now", "POST /api/keys", Invalid("expiresAt", "must be in the future"))
        {
            Body = $$"""{"name":"new","grants":["read"],"expiresAt":"{{Now}}"}""",
        },
        new Case("without an end by a key with one", "POST /api/keys", Stronger) { Body = """{"name":"new","grants":["read"]}""", By = EndingAsync },
        new Case("with a later end by a key with one", "POST /api/keys", Stronger)
        {
            Body = """{"name":"new","grants":["read"],"expiresAt":"2027-01-01T00:00:00.000001Z"}""",
            By = EndingAsync,
        },
        new Case("without the grant", "POST /api/keys", NotPermitted("admin")) { Body = """{"name":"new","grants":["read"]}""", By = world => world.WithAsync(Grants.Provision) },
        new Case("by an admin of a group alone", "POST /api/keys", NotPermitted("admin"))
        {
            Body = """{"name":"new","grants":["read"]}""",
            Before = world => world.Account.GiveRoleAsync(World.Mary, World.Warehouse, "Manage Destination"),
            By = world => world.WithAsync(Grants.Admin, owner: World.Mary),
        },
    ];

    public static TheoryData<Case> Singles =>
    [
        new Case("all", "GET /api/keys", Answer(200, Page(FirstKey))),
        new Case("one", "GET /api/keys/{key}", Answer(200, FirstKey)),
        new Case("none", "GET /api/keys/0123456789", Unknown("key", "0123456789")),
        new Case("all without the grant", "GET /api/keys", NotPermitted("read")) { By = world => world.WithAsync(Grants.Check) },
        new Case("rotation of none", "POST /api/keys/0123456789/rotate", Unknown("key", "0123456789")) { Body = "{}" },
        new Case("rotation with a negative overlap", "POST /api/keys/{key}/rotate", Invalid("overlapSeconds", "must be from 0 to 2592000")) { Body = """{"overlapSeconds":-1}""" },
        new Case("rotation with too long an overlap", "POST /api/keys/{key}/rotate", Invalid("overlapSeconds", "must be from 0 to 2592000"))
        {
            Body = """{"overlapSeconds":2592001}""",
        },
        new Case("rotation with an overlap that is no number", "POST /api/keys/{key}/rotate", Invalid("overlapSeconds", "must be a whole number"))
        {
            Body = """{"overlapSeconds":"1"}""",
        },
        new Case("rotation without the grant", "POST /api/keys/{key}/rotate", NotPermitted("admin")) { Body = "{}", By = world => world.WithAsync(Grants.Provision) },
        new Case("rotation of a key that lives longer", "POST /api/keys/{key}/rotate", Stronger) { Body = "{}", By = EndingAsync },
        new Case("rotation", "POST /api/keys/{key}/rotate", CreatedOnce("/api/keys/KEY", $$"""{"id":"KEY","name":"first key","grants":["admin"],"level":"admin","ownerId":null,"expiresAt":null,"revokedAt":null,"createdBy":"key:{key}","createdAt":"{{Now}}","lastUsedAt":null,"key":"KEY.SECRET:{account}"}"""))
        {
            Body = """{"overlapSeconds":60}""",
            Then = ("/api/keys/{key}", Answer(200, FirstKey.Replace("\"revokedAt\":null", "\"revokedAt\":\"2026-03-03T10:01:00.123456Z\""))),
        },
        new Case("revocation of none", "DELETE /api/keys/0123456789", Unknown("key", "0123456789")),
        new Case("revocation without the grant", "DELETE /api/keys/{key}", NotPermitted("admin")) { By = world => world.WithAsync(Grants.Provision) },
        new Case("revocation", "DELETE /api/keys/{key}", Answer(204, "")) { By = world => world.WithAsync(Grants.Admin) },
    ];

    private static string Stronger => Problem(
        403, "stronger-key", "A key cannot make a stronger one", "A key cannot make one that lives longer than itself.", "expiresAt");

    [Theory, MemberData(nameof(Mintings))]
    public Task Mint(Case @case) => HoldsAsync(@case);

    [Theory, MemberData(nameof(Singles))]
    public Task Keep(Case @case) => HoldsAsync(@case);

    [Fact]
    public async Task A_minted_key_opens_every_door_until_it_is_revoked()
    {
        var world = await World.MakeAsync(Server.Roster);
        var minted = await world.Admin.PostAsync("/api/keys", """{"name":"new","grants":["read"]}""");
        var key = Credential.Parse(minted.Json.GetProperty("key").GetString()!)!;

        (await StatusesAsync(world, key)).ShouldBe([200, 200, 200]);
        (await world.Admin.DeleteAsync($"/api/keys/{key.Id}")).Status.ShouldBe(204);

        (await StatusesAsync(world, key)).ShouldBe([401, 401, 403]);
        (await world.Admin.GetAsync($"/api/keys/{key.Id}")).Status.ShouldBe(404);
        (await world.Admin.DeleteAsync($"/api/keys/{key.Id}")).Status.ShouldBe(404);
        (await world.Admin.GetAsync("/api/keys")).Text.ShouldNotContain(key.Id.Value);
    }

    [Fact]
    public async Task A_key_with_an_end_makes_keys_with_the_same_end_and_can_rotate_itself()
    {
        var world = await World.MakeAsync(Server.Roster);
        var ending = await EndingAsync(world);

        var made = await ending.PostAsync("/api/keys", $$"""{"name":"new","grants":["admin"],"expiresAt":"{{Later}}"}""");
        made.Status.ShouldBe(201);

        var maker = made.Json.GetProperty("createdBy").GetString()!["key:".Length..];
        var rotated = await ending.PostAsync($"/api/keys/{maker}/rotate", """{"overlapSeconds":60}""");
        rotated.Status.ShouldBe(201);
        rotated.Json.GetProperty("expiresAt").GetString().ShouldBe(Later);

        // Within the overlap it ends with the overlap, and so must what it makes.
        (await ending.PostAsync("/api/keys", $$"""{"name":"new","grants":["admin"],"expiresAt":"{{Later}}"}""")).Status.ShouldBe(403);
        (await ending.PostAsync($"/api/keys/{rotated.Json.GetProperty("id")}/rotate", "{}")).Status.ShouldBe(403);
        (await ending.PostAsync("/api/keys", """{"name":"new","grants":["admin"],"expiresAt":"2026-03-03T10:01:00Z"}""")).Status.ShouldBe(201);
    }

    [Fact]
    public async Task A_key_can_revoke_itself()
    {
        var world = await World.MakeAsync(Server.Roster);

        (await world.Admin.DeleteAsync($"/api/keys/{world.Account.Key.Id}")).Status.ShouldBe(204);

        (await world.Admin.GetAsync("/api/account")).Status.ShouldBe(401);
    }

    [Fact]
    public async Task A_key_dies_with_its_owner_and_a_revived_id_does_not_bring_it_back()
    {
        var world = await World.MakeAsync(Server.Roster);
        await world.Account.GiveRoleAsync(World.Mary, world.Account.Scope, "Account Administrator");
        var by = await world.WithAsync(Grants.Admin, owner: World.Mary);
        (await by.GetAsync("/api/account")).Status.ShouldBe(200);

        await world.Account.DeleteUserAsync(World.Mary);
        (await by.GetAsync("/api/account")).Status.ShouldBe(401);

        await world.Account.RegisterUserAsync("mary@example.com", "Account Administrator", "mary");
        (await by.GetAsync("/api/account")).Status.ShouldBe(401);
    }

    [Fact]
    public async Task No_list_shows_a_secret()
    {
        var world = await World.MakeAsync(Server.Roster);
        var key = await world.Account.MintKeyAsync(Grants.Read);
        foreach (var path in new[] { "/api/keys", $"/api/keys/{key.Id}", "/api/changes" })
        {
            var text = (await world.Admin.GetAsync(path)).Text;
            text.ShouldContain(key.Id.Value);
            text.ShouldNotContain(key.Secret);
            text.ShouldNotContain(Convert.ToBase64String(Secret.Hash(key.Secret).Span));
            text.ShouldNotContain(Convert.ToHexString(Secret.Hash(key.Secret).Span), Shouldly.Case.Insensitive);
        }
    }

    private static async Task<int[]> StatusesAsync(World world, Credential key) =>
    [
        (await Knocking.Native(world.Account.Server, key).GetAsync("/api/account")).Status,
        (await Knocking.Fivetran(world.Account.Server, key).GetAsync("/v1/users")).Status,
        (await Knocking.WhyLabs(world.Account.Server, key).GetAsync($"/v0/accounts/org/{world.Account.Id}/users")).Status,
    ];

    private static async Task<Knocking> EndingAsync(World world) => Knocking.Native(
        world.Account.Server,
        await world.Account.MintKeyAsync(Grants.Admin, expiresAt: Instant.From(new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero))));

    private static string Minted(string grants, string level, string? owner = null, string? until = null)
    {
        var (whose, end) = (owner is null ? "null" : $"\"{owner}\"", until is null ? "null" : $"\"{until}\"");
        return CreatedOnce(
            "/api/keys/KEY",
            $$"""{"id":"KEY","name":"new","grants":{{grants}},"level":"{{level}}","ownerId":{{whose}},"expiresAt":{{end}},"revokedAt":null,"createdBy":"key:{key}","createdAt":"{{Now}}","lastUsedAt":null,"key":"KEY.SECRET:{account}"}""");
    }
}
