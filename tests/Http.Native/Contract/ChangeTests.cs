using Roster.Core.Changes;
using Roster.Core.Keys;
using static Roster.Tests.Http.Native.Expected;
using static Roster.Tests.Http.Native.Shown;

namespace Roster.Tests.Http.Native.Contract;

/// <summary>The log shows every kind of change, and what each carries.</summary>
public sealed class ChangeTests(NativeServer server) : ContractTests(server)
{
    public static TheoryData<Case> Refusals =>
    [
        new Case("a negative revision", "GET /api/changes?after=-1", Invalid("after", "must not be negative")),
        new Case("a revision that is no number", "GET /api/changes?after=x", Invalid("after", "must be a whole number")),
        new Case("too high a limit", "GET /api/changes?limit=1001", Invalid("limit", "must be a whole number from 1 to 1000")),
        new Case("without the grant", "GET /api/changes", NotPermitted("read")) { By = world => world.WithAsync(Grants.Check) },
        new Case("after the end", "GET /api/changes?after=14", Answer(200, """{"items":[],"nextAfter":14}""")),
    ];

    /// <summary>What is done, and the rows that it leaves behind: kind, change and personal values.</summary>
    public static TheoryData<string, string?, string[]> Doings => new()
    {
        { "POST /api/users", """{"userName":"Eve","givenName":"Eve","id":"eve"}""", ["UserCreated", """{"userId":"eve","active":true,"pending":false}""", Person("Eve", "\"Eve\"")] },
        {
            "POST /api/users", """{"userName":"eve@example.com","id":"eve","invite":true}""",
            [
                "UserCreated", """{"userId":"eve","active":true,"pending":true}""", Person("eve@example.com", "null"),
                "InvitationIssued", """{"invitationId":"invitation-ID","userId":"eve","expiresAt":"2026-03-10T10:00:00.123456Z"}""", """{"userName":"eve@example.com"}""",
            ]
        },
        { "PATCH /api/users/ada", """{"givenName":null,"phone":"1"}""", ["UserChanged", """{"userId":"ada"}""", """{"givenName":null,"phone":"1"}"""] },
        { "PATCH /api/users/mary", """{"active":false}""", ["UserDeactivated", """{"userId":"mary"}""", "null"] },
        { "DELETE /api/users/mary", null, ["UserDeleted", """{"userId":"mary"}""", "null"] },
        {
            "POST /api/organizations", """{"name":"New","id":"org-2"}""",
            ["ScopeCreated", """{"scope":{"kind":"organization","id":"org-2"},"parent":{"kind":"account","id":"org-ID"},"service":null}""", """{"name":"New"}"""]
        },
        {
            "POST /api/connectors", """{"name":"New","id":"new","groupId":"staging","service":"kafka"}""",
            ["ScopeCreated", """{"scope":{"kind":"connector","id":"new"},"parent":{"kind":"group","id":"staging"},"service":"kafka"}""", """{"name":"New"}"""]
        },
        {
            "PATCH /api/groups/staging", """{"name":"New"}""",
            ["ScopeChanged", """{"scope":{"kind":"group","id":"staging"},"settingsChanged":false}""", """{"name":"New"}"""]
        },
        { "DELETE /api/connectors/orders", null, ["ScopeEnded", """{"scope":{"kind":"connector","id":"orders"}}""", "null"] },
        {
            "PUT /api/memberships/group/staging/mary", """{"role":"View Destination","expiresAt":"2027-01-01T00:00:00Z"}""",
            ["RoleGiven", """{"userId":"mary","scope":{"kind":"group","id":"staging"},"role":"View Destination","level":"viewer","expiresAt":"2027-01-01T00:00:00.000000Z"}""", "null"]
        },
        {
            "PUT /api/memberships/group/warehouse/grace", """{"role":"Manage Destination"}""",
            ["RoleChanged", """{"userId":"grace","scope":{"kind":"group","id":"warehouse"},"role":"Manage Destination","level":"admin","expiresAt":null,"oldLevel":"member"}""", "null"]
        },
        {
            "DELETE /api/memberships/group/warehouse/grace", null,
            ["MembershipEnded", """{"userId":"grace","scope":{"kind":"group","id":"warehouse"},"level":"member"}""", "null"]
        },
        {
            "POST /api/keys", """{"name":"new","grants":["provision","check"],"level":"viewer","expiresAt":"2027-01-01T00:00:00Z"}""",
            ["KeyMinted", """{"keyId":"KEY","grants":["provision","check"],"level":"viewer","ownerId":null,"expiresAt":"2027-01-01T00:00:00.000000Z"}""", """{"name":"new"}"""]
        },
        {
            "POST /api/keys/{key}/rotate", """{"overlapSeconds":60}""",
            [
                "KeyMinted", """{"keyId":"KEY","grants":["admin"],"level":"admin","ownerId":null,"expiresAt":null}""", """{"name":"first key"}""",
                "KeyRevoked", """{"keyId":"{key}","endsAt":"2026-03-03T10:01:00.123456Z"}""", "null",
            ]
        },
        {
            "POST /api/users/mary/invitation", null,
            ["InvitationIssued", """{"invitationId":"invitation-ID","userId":"mary","expiresAt":"2026-03-10T10:00:00.123456Z"}""", """{"userName":"mary@example.com"}"""]
        },
        { "PUT /api/memberships/group/warehouse/grace", """{"role":"Edit Destination"}""", [] },
        { "PATCH /api/users/ada", """{"active":false}""", [] },
    };

    [Theory, MemberData(nameof(Refusals))]
    public Task Refuse(Case @case) => HoldsAsync(@case);

    [Theory, MemberData(nameof(Doings))]
    public async Task Show(string request, string? body, string[] rows)
    {
        var world = await World.MakeAsync(Server.Roster);

        var done = await world.Admin.SendAsync(request.Split(' ')[0], world.Fill(request.Split(' ')[1]), body);

        await ShowAsync(world, World.Revision, done, $"key:{world.Account.Key.Id}", rows);
    }

    [Fact]
    public async Task A_log_begins_with_the_account_and_its_key()
    {
        var world = await World.MakeAsync(Server.Roster);

        var rows = (await world.Admin.GetAsync("/api/changes?limit=2")).Text;

        rows.ShouldBe(world.Fill(
            $$$"""{"items":[{"revision":1,"set":1,"time":"{{{Now}}}","kind":"AccountOpened","actor":"operator","door":"native","change":{},"personal":{"name":"Example Ltd"}},{"revision":2,"set":1,"time":"{{{Now}}}","kind":"KeyMinted","actor":"operator","door":"native","change":{"keyId":"{key}","grants":["admin"],"level":"admin","ownerId":null,"expiresAt":null},"personal":{"name":"first key"}}],"nextAfter":2}"""));
    }

    [Fact]
    public async Task Activation_and_revival_are_shown()
    {
        var world = await World.MakeAsync(Server.Roster);
        await world.Account.DeactivateUserAsync(World.Mary);
        var done = await world.Admin.PatchAsync("/api/users/mary", """{"active":true}""");
        await ShowAsync(world, 15, done, $"key:{world.Account.Key.Id}", ["UserActivated", """{"userId":"mary"}""", "null"]);

        await world.Account.DeleteUserAsync(World.Mary);
        done = await world.Admin.PostAsync("/api/users", """{"userName":"mary@example.com"}""");
        await ShowAsync(
            world, 17, done, $"key:{world.Account.Key.Id}",
            ["UserRevived", """{"userId":"mary","active":true,"pending":false}""", Person("mary@example.com", "null")]);
    }

    [Fact]
    public async Task An_invitations_life_is_shown()
    {
        var world = await World.MakeAsync(Server.Roster);
        var id = await world.Admin.PostAsync("/api/users/mary/invitation", "{}");
        var done = await world.Admin.PostAsync("/api/users/mary/invitation", "{}");
        await ShowAsync(
            world, 15, done, $"key:{world.Account.Key.Id}",
            [
                "InvitationVoided", """{"invitationId":"invitation-ID","userId":"mary"}""", "null",
                "InvitationIssued", """{"invitationId":"invitation-ID","userId":"mary","expiresAt":"2026-03-10T10:00:00.123456Z"}""", """{"userName":"mary@example.com"}""",
            ]);

        var token = done.Json.GetProperty("token").GetString()!;
        var accepted = await world.Admin.PostAsync("/api/invitations/accept", $$"""{"token":"{{token}}"}""");
        await ShowAsync(
            world, 17, accepted, "invitation:invitation-ID",
            [
                "InvitationAccepted", """{"invitationId":"invitation-ID","userId":"mary"}""", "null",
                "UserVerified", """{"userId":"mary"}""", "null",
            ]);
        (await world.Admin.GetAsync("/api/changes")).Text.ShouldNotContain(token.Split('.')[2]);
        id.Status.ShouldBe(201);
    }

    [Fact]
    public async Task Each_door_names_itself_and_a_connectors_settings_are_not_shown()
    {
        var world = await World.MakeAsync(Server.Roster);
        await world.Account.WhyLabs.PostAsync($"/v0/accounts/org/{world.Account.Id}/user", """{"email":"eve@example.com"}""");
        await world.Account.Fivetran.PostAsync("/v1/groups", """{"name":"New"}""");
        await world.Account.Fivetran.PostAsync(
            "/v1/connections", """{"group_id":"staging","service":"kafka","config":{"schema":"hush_hush","password":"hush"}}""");

        var answer = await world.Admin.GetAsync("/api/changes?after=14");

        answer.Json.GetProperty("items").EnumerateArray().Select(row => row.GetProperty("door").GetString())
            .ShouldBe(["whylabs", "fivetran", "fivetran"]);
        answer.Text.ShouldNotContain("config");
        answer.Text.ShouldNotContain("\"hush\"");
    }

    [Fact]
    public async Task It_is_followed_page_by_page_without_a_gap()
    {
        var world = await World.MakeAsync(Server.Roster);
        var (seen, after) = (new List<long>(), 0L);
        for (var page = await PageAsync(); page.Count > 0; page = await PageAsync())
        {
            seen.AddRange(page);
        }

        seen.ShouldBe(Enumerable.Range(1, (int)World.Revision).Select(revision => (long)revision));
        (await world.Admin.PostAsync("/api/users", """{"userName":"eve"}""")).Status.ShouldBe(201);
        (await PageAsync()).ShouldBe([15L]);

        async Task<List<long>> PageAsync()
        {
            var answer = await world.Admin.GetAsync($"/api/changes?limit=4&after={after}");
            Server.Document.Problems("GET", "/api/changes", 200, answer.Header("Content-Type"), answer.Text).ShouldBeEmpty();
            after = answer.Json.GetProperty("nextAfter").GetInt64();
            return [.. answer.Json.GetProperty("items").EnumerateArray().Select(row => row.GetProperty("revision").GetInt64())];
        }
    }

    [Fact]
    public void The_page_about_the_log_and_the_document_name_every_kind()
    {
        var page = Repository.Text("docs/changes.md");
        var document = Repository.Text("src/Http.Native/openapi.json");
        var kinds = typeof(Change).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Change))).Select(type => type.Name).ToList();

        kinds.ShouldNotBeEmpty();
        kinds.Where(kind => !page.Contains($"| `{kind}` |")).ShouldBeEmpty();
        kinds.Where(kind => !document.Contains($"\"{kind}\"")).ShouldBeEmpty();
    }

    private static string Person(string name, string given) =>
        $$"""{"userName":"{{name}}","givenName":{{given}},"familyName":null,"displayName":null,"phone":null,"picture":null,"externalId":null,"userSchema":null}""";

    /// <param name="done">What left the rows behind.</param>
    private async Task ShowAsync(World world, long after, Answer done, string actor, string[] rows)
    {
        var answer = await world.Admin.GetAsync($"/api/changes?after={after}");

        Server.Document.Problems("GET", "/api/changes", 200, answer.Header("Content-Type"), answer.Text).ShouldBeEmpty();
        var expected = rows.Chunk(3).Select((row, i) =>
            $$"""{"revision":{{after + 1 + i}},"set":{{after + 1}},"time":"{{Now}}","kind":"{{row[0]}}","actor":"{{actor}}","door":"native","change":{{row[1]}},"personal":{{row[2]}}}""");
        var id = done.Body.Length > 0 && done.Json.TryGetProperty("key", out _) ? done.Json.GetProperty("id").GetString()! : "KEY";
        Of(answer).Replace(id, "KEY").ShouldBe(Answer(
            200, world.Fill($$"""{"items":[{{string.Join(',', expected)}}],"nextAfter":{{after + (rows.Length / 3)}}}""").Replace(world.Account.Id.Value, "org-ID")));
    }
}
