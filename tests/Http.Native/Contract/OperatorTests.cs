using Roster.Core.Keys;
using static Roster.Tests.Http.Native.Expected;
using static Roster.Tests.Http.Native.Shown;

namespace Roster.Tests.Http.Native.Contract;

/// <summary>The instance's accounts. Each test has a server of its own, since it is about all of them.</summary>
public sealed class OperatorTests(NativeServer server)
{
    private const string First = $$"""{"id":"org-test","name":"My account","createdAt":"{{Now}}","closedAt":null}""";

    [Fact]
    public async Task An_account_is_opened_with_its_first_key()
    {
        await using var roster = await RosterServer.StartAsync();

        var answer = await Operator(roster).PostAsync("/api/accounts", """{"name":"Example Ltd","id":"org-example"}""");

        Of(answer).ShouldBe(Answer(
            201,
            $$$"""{"account":{"id":"org-example","name":"Example Ltd","createdAt":"{{{Now}}}","closedAt":null},"key":{"id":"KEY","name":"first key","grants":["admin"],"level":"admin","ownerId":null,"expiresAt":null,"revokedAt":null,"createdBy":"operator","createdAt":"{{{Now}}}","lastUsedAt":null,"key":"KEY.SECRET:org-example"}}""",
            "Cache-Control: no-store",
            $"ETag: \"{roster.Store.Epoch}-2\"",
            "Location: /api/accounts/org-example"));
        AsDocumented("POST", "/api/accounts", answer);
        var key = Credential.Parse(answer.Json.GetProperty("key").GetProperty("key").GetString()!)!;
        (await Knocking.Native(roster, key).GetAsync("/api/account")).Json.GetProperty("id").GetString().ShouldBe("org-example");
    }

    [Fact]
    public async Task Accounts_are_listed_by_id_and_page_by_page()
    {
        await using var roster = await RosterServer.StartAsync();
        await Operator(roster).PostAsync("/api/accounts", """{"name":"Z","id":"org-z"}""");
        await Operator(roster).PostAsync("/api/accounts", """{"name":"A","id":"org-A"}""");
        await Operator(roster).DeleteAsync("/api/accounts/org-z");
        string[] expected =
        [
            $$"""{"id":"org-A","name":"A","createdAt":"{{Now}}","closedAt":null}""",
            First,
            $$"""{"id":"org-z","name":"Z","createdAt":"{{Now}}","closedAt":"{{Now}}"}""",
        ];

        var all = await Operator(roster).GetAsync("/api/accounts");
        Of(all).ShouldBe(Answer(200, Page(expected)));
        AsDocumented("GET", "/api/accounts", all);

        var one = await Operator(roster).GetAsync("/api/accounts?limit=1");
        var cursor = one.Json.GetProperty("nextCursor").GetString();
        var two = await Operator(roster).GetAsync($"/api/accounts?limit=2&cursor={cursor}");
        one.Json.GetProperty("items")[0].GetRawText().ShouldBe(expected[0]);
        Of(two).ShouldBe(Answer(200, Page(expected[1..])));
    }

    [Fact]
    public async Task A_closed_account_is_closed_at_every_door_and_its_id_is_not_given_again()
    {
        await using var roster = await RosterServer.StartAsync();
        var (account, other) = (roster.First, await roster.OpenAccountAsync());
        var (_, token) = await account.InviteUserAsync("eve@example.com");
        (await account.Native.GetAsync("/api/account")).Status.ShouldBe(200);

        Of(await Operator(roster).DeleteAsync("/api/accounts/org-test")).ShouldBe(Answer(204, ""));

        (await account.Native.GetAsync("/api/account")).Status.ShouldBe(401);
        (await account.Fivetran.GetAsync("/v1/users")).Status.ShouldBe(401);
        (await account.WhyLabs.GetAsync("/v0/accounts/org/org-test/users")).Status.ShouldBe(403);
        Of(await AcceptAsync(roster, token.ToString())).ShouldBe(
            Problem(404, "unknown-invitation", "There is no such invitation", "There is no such invitation.", "token"));
        Of(await SendAsync(roster, "DELETE", "/api/accounts/org-test")).ShouldBe(Unknown("account", "org-test"));
        Of(await SendAsync(roster, "POST", "/api/accounts/org-test/keys", """{"name":"new","grants":["admin"]}""")).ShouldBe(Unknown("account", "org-test"));
        Of(await SendAsync(roster, "POST", "/api/accounts", """{"name":"Again","id":"org-test"}""")).ShouldBe(
            Problem(409, "id-taken", "The id is taken", "The id 'org-test' is, or was, in use.", "id"));
        (await other.Native.GetAsync("/api/account")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_key_is_made_where_the_last_was_lost()
    {
        await using var roster = await RosterServer.StartAsync();
        await roster.First.RevokeKeyAsync(roster.First.Key);

        var answer = await Operator(roster).PostAsync("/api/accounts/org-test/keys", """{"name":"found","grants":["admin"]}""");

        Of(answer).ShouldBe(CreatedOnce(
            "/api/keys/KEY",
            $$"""{"id":"KEY","name":"found","grants":["admin"],"level":"admin","ownerId":null,"expiresAt":null,"revokedAt":null,"createdBy":"operator","createdAt":"{{Now}}","lastUsedAt":null,"key":"KEY.SECRET:org-test"}"""));
        AsDocumented("POST", "/api/accounts/{id}/keys", answer);
        var key = Credential.Parse(answer.Json.GetProperty("key").GetString()!)!;
        (await Knocking.Native(roster, key).GetAsync("/api/keys")).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("POST", "/api/accounts", "{}", "name", "is required")]
    [InlineData("POST", "/api/accounts", """{"name":"A","id":"A"}""", "id", "must be 'org-' followed by letters and digits")]
    [InlineData("GET", "/api/accounts?limit=0", null, "limit", "must be a whole number from 1 to 1000")]
    [InlineData("GET", "/api/accounts?cursor=x", null, "cursor", "is not a cursor of this list")]
    [InlineData("POST", "/api/accounts/org-test/keys", """{"name":"new"}""", "grants", "is required")]
    public async Task What_is_not_understood_is_refused(string method, string target, string? body, string field, string detail)
    {
        var answer = await SendAsync(server.Roster, method, target, body);

        Of(answer).ShouldBe(Invalid(field, detail));
        AsDocumented(method, target, answer);
    }

    [Theory]
    [InlineData("DELETE", "/api/accounts/org-nowhere", null)]
    [InlineData("POST", "/api/accounts/org-nowhere/keys", """{"name":"new","grants":["admin"]}""")]
    public async Task An_unknown_account_is_404(string method, string target, string? body)
    {
        var answer = await SendAsync(server.Roster, method, target, body);

        Of(answer).ShouldBe(Unknown("account", "org-nowhere"));
        AsDocumented(method, target, answer);
    }

    [Theory]
    [InlineData("Bearer TestKey001.abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0")]
    [InlineData("Bearer Operator02.0ZYXWVUTSRQPONMLKJIHGFEDCBAzyxwvutsrqponmlkjihgfedcba")]
    [InlineData("Bearer Operator01.1ZYXWVUTSRQPONMLKJIHGFEDCBAzyxwvutsrqponmlkjihgfedcba")]
    [InlineData("Bearer nonsense")]
    public async Task Another_key_is_401(string authorization)
    {
        var answer = await server.Roster.Wire.SendAsync("GET", "/api/accounts", null, ("Authorization", authorization));

        answer.Status.ShouldBe(401);
        answer.Json.GetProperty("type").GetString().ShouldBe("urn:roster:problem:key-not-valid");
    }

    [Fact]
    public async Task The_operators_key_opens_nothing_else() =>
        (await Operator(server.Roster).GetAsync("/api/account")).Status.ShouldBe(401);

    [Theory]
    [InlineData("GET", "/api/accounts")]
    [InlineData("PUT", "/api/accounts")]
    [InlineData("POST", "/api/accounts")]
    [InlineData("DELETE", "/api/accounts/org-test")]
    [InlineData("POST", "/api/accounts/org-test/keys")]
    public async Task Without_an_operators_key_the_paths_are_not_there(string method, string path)
    {
        await using var roster = await RosterServer.StartAsync(new() { Settings = new Dictionary<string, string> { ["ROSTER_OPERATOR_KEY"] = "" } });

        Of(await roster.First.Native.SendAsync(method, path, "{}", ("X-Request-Id", RequestId)))
            .ShouldBe(Of(await roster.First.Native.SendAsync(method, "/api/nothing", "{}", ("X-Request-Id", RequestId))));
        Of(await SendAsync(roster, method, path, "{}")).ShouldBe(Of(await SendAsync(roster, method, "/api/nothing", "{}")));
    }

    private static Knocking Operator(RosterServer roster) => new(roster, "Authorization", $"Bearer {RosterServer.OperatorKey}");

    private static Task<Answer> SendAsync(RosterServer roster, string method, string target, string? body = null) =>
        Operator(roster).SendAsync(method, target, body, ("X-Request-Id", RequestId));

    private static Task<Answer> AcceptAsync(RosterServer roster, string token) => roster.Wire.SendAsync(
        "POST",
        "/api/invitations/accept",
        System.Text.Encoding.UTF8.GetBytes($$"""{"token":"{{token}}"}"""),
        ("Content-Type", "application/json"),
        ("X-Request-Id", RequestId));

    private void AsDocumented(string method, string path, Answer answer) =>
        server.Document.Problems(method, path, answer.Status, answer.Header("Content-Type"), answer.Text).ShouldBeEmpty();
}
