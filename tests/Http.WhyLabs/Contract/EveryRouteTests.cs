using Roster.Core.Keys;
using Roster.Http;
using Roster.Http.WhyLabs;
using Roster.Testing;
using Roster.Testing.OpenApi;

namespace Roster.Tests.Http.WhyLabs.Contract;

/// <summary>What every operation answers alike. The operations are those of the document, which another test holds against the routes.</summary>
public sealed class EveryRouteTests(WhyLabsServer server)
{
    private const string RequestId = "request-1";

    public static TheoryData<string, string> Operations
    {
        get
        {
            var operations = new TheoryData<string, string>();
            foreach (var operation in ApiDocument.Parse(Repository.Text("src/Http.WhyLabs/openapi.json")).Operations)
            {
                operations.Add(operation.Method, operation.Path);
            }

            return operations;
        }
    }

    [Theory, MemberData(nameof(Operations))]
    public async Task Without_a_key_it_is_401(string method, string path)
    {
        var world = await World.MakeAsync(server.Server);

        var answer = await server.Server.Wire.SendAsync(
            method, Target(world, path), null, ("X-Request-Id", RequestId), ("Authorization", $"Bearer {world.Account.Key}"), ("Cookie", $"X-API-Key={world.Account.Key}"));

        answer.ShouldAnswer(401, Case.Error("Unauthorized", "The X-API-Key header is missing.").Replace("{id}", RequestId));
        AsDocumented(method, path, answer);
    }

    [Theory, MemberData(nameof(Operations))]
    public async Task With_a_key_that_is_not_valid_it_is_403(string method, string path)
    {
        var world = await World.MakeAsync(server.Server);
        var key = world.Account.Key;
        var revoked = await world.Account.MintKeyAsync(Grants.Admin);
        await world.Account.RevokeKeyAsync(revoked);
        string[] texts =
        [
            "nonsense",
            $"0123456789.{key.Secret}:{world.Org}",
            $"{key.Id}.{new string('x', 53)}:{world.Org}",
            $"{key.Id}.{key.Secret}:org-other",
            $"{key.Id}.{key.Secret}:",
            $"{key.Id}.{key.Secret}:{world.Org}:{world.Org}",
            revoked.ToString(),
            new string('x', 9_000),
        ];

        foreach (var text in texts)
        {
            var answer = await server.Server.Wire.SendAsync(method, Target(world, path), null, ("X-Request-Id", RequestId), ("x-api-key", text));

            answer.ShouldAnswer(403, Case.Error("Forbidden", "The API key is not valid.").Replace("{id}", RequestId));
            AsDocumented(method, path, answer);
        }
    }

    [Theory, MemberData(nameof(Operations))]
    public async Task For_another_organization_it_is_403_whatever_its_id(string method, string path)
    {
        var (world, other) = (await World.MakeAsync(server.Server), await World.MakeAsync(server.Server));

        // An answer that is kept must not be given to who may not ask.
        await world.Admin.SendAsync(method, Target(world, path), null);
        foreach (var id in new[] { other.Org, "org-m1", "org-x", "0", world.Org.ToUpperInvariant(), world.Org + "%20" })
        {
            var answer = path.StartsWith("/v1", StringComparison.Ordinal)
                ? await world.Admin.SendAsync(method, path, "{}", ("X-Request-Id", RequestId), (OwnAccount.Header, id))
                : await world.Admin.SendAsync(method, Target(id, path), "{}", ("X-Request-Id", RequestId));

            answer.ShouldAnswer(403, Case.Error("Forbidden", "The API key is not of this organization.").Replace("{id}", RequestId));
            AsDocumented(method, path, answer);
        }
    }

    [Theory, MemberData(nameof(Operations))]
    public async Task A_key_that_only_carries_scopes_may_do_nothing_but_two_things(string method, string path)
    {
        var world = await World.MakeAsync(server.Server);
        var by = await world.WithScopesAsync(":user");

        var answer = await by.SendAsync(method, Filled(world, path), Body(method, path), ("X-Request-Id", RequestId));

        if (path is "/v1/api-key/validate" or "/v1/organizations/managed-organizations")
        {
            answer.Status.ShouldBe(200);
        }
        else
        {
            answer.ShouldAnswer(403, Case.Error("Forbidden", "~.+").Replace("{id}", RequestId));
        }
    }

    [Theory, MemberData(nameof(Operations))]
    public async Task What_a_key_was_not_made_for_is_403_whatever_else_is_wrong(string method, string path)
    {
        var world = await World.MakeAsync(server.Server);
        if (path is "/v1/api-key/validate" or "/v1/organizations/managed-organizations")
        {
            return;
        }

        var reader = method == "GET" ? await world.WithScopesAsync(":user") : await world.WithAsync(Grants.Read);
        var answer = await reader.SendAsync(method, Target(world, path) + "?role=none", "[]", ("X-Request-Id", RequestId));

        answer.ShouldAnswer(403, Case.Error("Forbidden", "~.+").Replace("{id}", RequestId));
    }

    [Theory, MemberData(nameof(Operations))]
    public async Task A_key_that_only_reads_may_only_get(string method, string path)
    {
        var world = await World.MakeAsync(server.Server);
        var by = await world.WithAsync(Grants.Read);
        var before = await world.Account.RevisionAsync();

        var answer = await by.SendAsync(method, Filled(world, path), Body(method, path), ("X-Request-Id", RequestId));

        if (method == "GET")
        {
            answer.Status.ShouldBe(200);
        }
        else
        {
            answer.ShouldAnswer(403, Case.Error("Forbidden", "~.+").Replace("{id}", RequestId));
        }

        (await world.Account.RevisionAsync()).ShouldBe(before);
    }

    [Theory, MemberData(nameof(Operations))]
    public async Task An_Accept_that_excludes_JSON_is_404_without_a_body(string method, string path)
    {
        var world = await World.MakeAsync(server.Server);

        (await world.Admin.SendAsync(method, Filled(world, path), Body(method, path), ("Accept", "text/html"))).ShouldAnswer(404, "");
    }

    [Theory, MemberData(nameof(Operations))]
    public async Task Another_Content_Type_is_404_without_a_body_where_a_body_is_read(string method, string path)
    {
        var world = await World.MakeAsync(server.Server);
        if (Body(method, path) is not { } body)
        {
            return;
        }

        foreach (var type in new[] { "text/plain", "application/x-www-form-urlencoded", "application/merge-patch+json", "nonsense" })
        {
            (await world.Admin.SendAsync(method, Filled(world, path), body, ("Content-Type", type))).ShouldAnswer(404, "");
        }

        (await world.Admin.SendAsync(method, Filled(world, path), body, ("Content-Type", "application/json; charset=UTF-8"))).Status.ShouldBe(200);
    }

    [Theory, MemberData(nameof(Operations))]
    public async Task Too_large_a_body_is_413_where_one_is_read(string method, string path)
    {
        var world = await World.MakeAsync(server.Server);
        if (Body(method, path) is null)
        {
            return;
        }

        var large = $$"""{"padding":"{{new string('x', Route.DefaultMaxBody)}}"}""";
        var answer = await world.Admin.SendAsync(method, Filled(world, path), large, ("X-Request-Id", RequestId));

        answer.ShouldAnswer(413, Case.Error("PayloadTooLarge", "~.+").Replace("{id}", RequestId));
        AsDocumented(method, path, answer);
    }

    [Theory, MemberData(nameof(Operations))]
    public async Task A_revision_that_is_not_known_is_400(string method, string path)
    {
        var world = await World.MakeAsync(server.Server);

        var answer = await world.Admin.SendAsync(
            method, Filled(world, path), Body(method, path), ("X-Request-Id", RequestId), (RevisionHeaders.AtLeast, "elsewhere-7"));

        answer.ShouldAnswer(400, Case.Error("ArgumentValue", "~.+", RevisionHeaders.AtLeast).Replace("{id}", RequestId));
        AsDocumented(method, path, answer);
    }

    [Theory]
    [InlineData("GET", "/v0")]
    [InlineData("GET", "/v0/organizations")]
    [InlineData("GET", "/v0/accounts/org/org-1")]
    [InlineData("POST", "/v0/accounts/org/org-1/users")]
    [InlineData("PATCH", "/v0/accounts/org/org-1/user")]
    [InlineData("OPTIONS", "/v0/accounts/org/org-1/user")]
    [InlineData("GET", "/v0/accounts/org/org-1/user/user-1")]
    [InlineData("PUT", "/v1/api-key")]
    [InlineData("GET", "/v1/organizations/managed-organization")]
    public async Task An_unknown_path_or_method_is_404_without_a_body_and_401_without_a_key(string method, string path)
    {
        var world = await World.MakeAsync(server.Server);

        (await world.Admin.SendAsync(method, path, null)).ShouldAnswer(404, "");
        (await server.Server.Wire.SendAsync(method, path, null, ("X-Request-Id", RequestId)))
            .ShouldAnswer(401, Case.Error("Unauthorized", "~.+").Replace("{id}", RequestId));
    }

    [Fact]
    public async Task A_request_id_is_made_where_none_is_sent()
    {
        var world = await World.MakeAsync(server.Server);

        var answer = await world.Admin.GetAsync("/v1/api-key/validate");

        Guid.TryParse(answer.Header("X-Request-Id"), out _).ShouldBeTrue();
        answer.Json.GetProperty("requestId").GetString().ShouldBe(answer.Header("X-Request-Id"));
    }

    private static string Target(World world, string path) => Target(world.Org, path);

    private static string Target(string org, string path) => path.Replace("{org_id}", org).Replace("{user_id}", "user-cy");

    /// <summary>With all that the operation needs in order to succeed.</summary>
    private static string Filled(World world, string path) =>
        Target(world, path) + "?user_id=user-cy&managed_org_id=org-m1&role=VIEWER&email=bo@example.com&key_id=0123456789";

    private static string? Body(string method, string path) => (method, path.Split('/')[^1]) switch
    {
        ("POST", "user") => """{"email":"eve@example.com"}""",
        ("PUT", "user") => "{}",
        ("PUT", "memberships") => """{"userIds":[]}""",
        ("PATCH", "memberships") => """{"userIdsToAdd":[],"userIdsToDelete":[]}""",
        ("POST", "managed-organization") => """{"name":"Team"}""",
        _ => null,
    };

    private void AsDocumented(string method, string path, Answer answer) =>
        server.Document.Problems(method, path, answer.Status, answer.Header("Content-Type"), answer.Text).ShouldBeEmpty();
}
