using System.Text;
using Roster.Core.Keys;
using Roster.Http;
using static Roster.Tests.Http.Native.Shown;

namespace Roster.Tests.Http.Native.Contract;

/// <summary>What every operation answers alike. The operations are those of the document, which another test holds against the routes.</summary>
public sealed class EveryRouteTests(NativeServer server)
{
    /// <summary>Makes what is not there.</summary>
    private static readonly (string Method, string Path) Defining = ("PUT", "/api/resource-types/{name}");

    private const string Accept = "/api/invitations/accept";

    private static readonly string NoKey = Problem(
        401, "no-credential", "A key is needed", "A key is needed.", null, "WWW-Authenticate: Bearer realm=\"roster\"");

    private static readonly string BadKey = Problem(
        401, "key-not-valid", "The key is not valid", "The key is not valid.", null, "WWW-Authenticate: Bearer realm=\"roster\"");

    [Fact]
    public async Task Without_a_key_it_is_401()
    {
        var world = await World.MakeAsync(server.Roster);
        foreach (var (method, path) in Operations())
        {
            var answer = await server.Roster.Wire.SendAsync(
                method, Target(path), null, ("X-Request-Id", RequestId), ("X-API-Key", world.Account.Key.ToString()));

            Of(answer).ShouldBe(NoKey, $"{method} {path}");
            AsDocumented(method, path, answer);
        }
    }

    [Fact]
    public async Task With_a_key_that_is_not_valid_it_is_401()
    {
        var world = await World.MakeAsync(server.Roster);
        var (key, account) = (world.Account.Key, world.Account.Id);
        var revoked = await world.Account.MintKeyAsync(Grants.Admin);
        await world.Account.RevokeKeyAsync(revoked);
        var owned = await world.Account.MintKeyAsync(Grants.Admin, owner: World.Mary);
        await world.Account.DeactivateUserAsync(World.Mary);
        string[] texts =
        [
            "Bearer nonsense",
            $"Bearer 0123456789.{key.Secret}",
            $"Bearer {key.Id}.{new string('x', 53)}",
            $"Bearer {key.Id}.{key.Secret}:org-other",
            $"Bearer {key.Id}.{key.Secret}:{account}:{account}",
            $"Bearer {revoked}",
            $"Bearer {owned}",
            $"Bearer {RosterServer.OperatorKey}",
            $"Basic {Base64($"{key.Id}:{new string('x', 53)}")}",
            $"Basic {key}",
            $"Bearer {new string('x', 9_000)}",
        ];

        foreach (var (method, path) in Operations().Where(operation => !operation.Path.StartsWith("/api/accounts")))
        {
            foreach (var text in texts)
            {
                var answer = await server.Roster.Wire.SendAsync(method, Target(path), null, ("X-Request-Id", RequestId), ("Authorization", text));

                Of(answer).ShouldBe(BadKey, $"{method} {path} {text}");
                AsDocumented(method, path, answer);
            }
        }

    }

    [Theory]
    [InlineData("Bearer {0}.{1}")]
    [InlineData("bearer {0}.{1}:{2}")]
    [InlineData("Basic {3}")]
    public async Task A_key_can_be_presented_in_these_ways(string form)
    {
        var world = await World.MakeAsync(server.Roster);
        var key = world.Account.Key;
        var text = string.Format(null, CompositeFormat.Parse(form), key.Id, key.Secret, world.Account.Id, Base64($"{key.Id}:{key.Secret}"));

        (await server.Roster.Wire.SendAsync("GET", "/api/account", null, ("Authorization", text))).Status.ShouldBe(200);
    }

    [Fact]
    public async Task An_Accept_that_excludes_JSON_is_406()
    {
        var world = await World.MakeAsync(server.Roster);
        foreach (var (method, path) in Operations())
        {
            var answer = await By(world, path).SendAsync(method, Target(path), "{}", ("X-Request-Id", RequestId), ("Accept", "text/html"));

            Of(answer).ShouldBe(Problem(406, "not-acceptable", "Answers are application/json", "Answers are application/json."), $"{method} {path}");
            AsDocumented(method, path, answer);
        }
    }

    [Fact]
    public async Task A_client_may_accept_no_more_than_what_errors_are()
    {
        var world = await World.MakeAsync(server.Roster);
        foreach (var (method, path) in Operations(everyone: true))
        {
            var answer = await By(world, path).SendAsync(method, Target(path), "{}", ("Accept", "application/problem+json"));

            answer.Status.ShouldNotBe(406, $"{method} {path}");
        }
    }

    [Fact]
    public async Task A_revision_that_is_not_known_is_400()
    {
        var world = await World.MakeAsync(server.Roster);
        foreach (var (method, path) in Operations().Where(operation => !operation.Path.StartsWith("/api/accounts")))
        {
            var answer = await world.Admin.SendAsync(
                method, Target(path), "{}", ("X-Request-Id", RequestId), (RevisionHeaders.AtLeast, "elsewhere-7"));

            answer.Status.ShouldBe(400, $"{method} {path}");
            answer.Json.GetProperty("type").GetString().ShouldBe("urn:roster:problem:unknown-revision");
            answer.Json.GetProperty("field").GetString().ShouldBe("Roster-At-Least");
            AsDocumented(method, path, answer);
        }
    }

    [Fact]
    public async Task A_body_that_is_no_JSON_object_is_refused()
    {
        var world = await World.MakeAsync(server.Roster);
        (string Type, string Body, string Answer)[] bodies =
        [
            ("text/plain", "{}", Problem(415, "unsupported-media-type", "The body must be application/json", "The body must be application/json.")),
            ("application/json", "", Malformed("The body is not well-formed JSON, nests too deep, or has a name twice.")),
            ("application/json", "{", Malformed("The body is not well-formed JSON, nests too deep, or has a name twice.")),
            ("application/json", """{"name":"a","name":"b"}""", Malformed("The body is not well-formed JSON, nests too deep, or has a name twice.")),
            ("application/json", "null", Malformed("The body must be a JSON object.")),
            ("application/json", "[]", Malformed("The body must be a JSON object.")),
            ("application/json; charset=utf-8", "\"text\"", Malformed("The body must be a JSON object.")),
            ("application/json", new string(' ', Route.DefaultMaxBody + 1), Problem(
                413, "body-too-large", "The body is too large", "The body must be at most 4194304 bytes long.")),
        ];

        // A document may be larger, and YAML: see the tests of documents.
        foreach (var (method, path) in Operations(everyone: true).Where(ReadsBody).Where(operation => operation.Path != "/api/plans"))
        {
            foreach (var (type, body, expected) in bodies)
            {
                var answer = await By(world, path).SendAsync(method, Target(path), body, ("X-Request-Id", RequestId), ("Content-Type", type));

                Of(answer).ShouldBe(expected, $"{method} {path} {type}");
                AsDocumented(method, path, answer);
            }
        }
    }

    [Fact]
    public async Task What_is_of_another_account_is_answered_as_what_does_not_exist()
    {
        var (world, other) = (await World.MakeAsync(server.Roster), await server.Roster.OpenAccountAsync());
        foreach (var (method, path) in Operations().Where(operation => operation.Path.Contains('{') && !operation.Path.StartsWith("/api/accounts") && operation != Defining))
        {
            var kind = path.Contains("{kind}") ? "group" : "";
            var answer = Of(await other.Native.SendAsync(method, Ids(path, kind, "warehouse", Own(path)), Body(path), ("X-Request-Id", RequestId)));
            var unknown = Of(await other.Native.SendAsync(method, Ids(path, kind, "nothing", "nothing"), Body(path), ("X-Request-Id", RequestId)));

            answer.ShouldStartWith("404", Shouldly.Case.Sensitive, $"{method} {path}");
            answer.Replace("warehouse", "nothing").Replace(Own(path), "nothing").ShouldBe(unknown, $"{method} {path}");
        }

        (await world.Account.RevisionAsync()).ShouldBe(World.Revision);

        string Own(string path) => path switch
        {
            _ when path.StartsWith("/api/organizations") => "org-lab",
            _ when path.StartsWith("/api/groups") => "staging",
            _ when path.StartsWith("/api/connectors") => "orders",
            _ when path.StartsWith("/api/keys") => world.Account.Key.Id.Value,
            _ => "grace",
        };
    }

    [Theory]
    [InlineData("/api")]
    [InlineData("/api/nothing")]
    [InlineData("/api/users/ada/nothing")]
    [InlineData("/api/memberships/group/warehouse")]
    public async Task An_unknown_path_is_404_and_401_without_a_key(string path)
    {
        var world = await World.MakeAsync(server.Roster);

        Of(await world.Admin.GetAsync(path, ("X-Request-Id", RequestId))).ShouldBe(
            Problem(404, "unknown-path", "There is nothing at this path", "There is nothing at this path."));
        Of(await server.Roster.Wire.SendAsync("GET", path, null, ("X-Request-Id", RequestId))).ShouldBe(NoKey);
    }

    [Theory]
    [InlineData("/nothing")]
    [InlineData("/v2/users")]
    [InlineData("/apiary")]
    public async Task A_path_that_is_no_dialects_is_404_for_anyone(string path) =>
        Of(await server.Roster.Wire.SendAsync("GET", path, null, ("X-Request-Id", RequestId))).ShouldBe(
            Problem(404, "unknown-path", "There is nothing at this path", "There is nothing at this path."));

    [Theory]
    [InlineData("PUT", "/api/users", "GET, POST")]
    [InlineData("POST", "/api/account", "GET")]
    [InlineData("POST", "/api/memberships/group/warehouse/grace", "DELETE, GET, PUT")]
    [InlineData("OPTIONS", "/api/users/ada", "DELETE, GET, PATCH")]
    public async Task An_unknown_method_is_405_and_says_which_are_known(string method, string path, string allowed)
    {
        var world = await World.MakeAsync(server.Roster);

        Of(await world.Admin.SendAsync(method, path, null, ("X-Request-Id", RequestId))).ShouldBe(Problem(
            405, "method-not-allowed", "The path does not know this method", "The path does not know this method.", null, $"Allow: {allowed}"));
    }

    private static string Malformed(string detail) => Problem(400, "malformed-body", "The body cannot be read", detail);

    private static string Target(string path) => Ids(path, "group", "warehouse", "grace");

    private static string Ids(string path, string kind, string scope, string id) =>
        path.Replace("{kind}", kind).Replace("{scopeId}", scope).Replace("{userId}", id).Replace("{teamId}", id).Replace("{name}", id).Replace("{type}", id).Replace("{id}", id);

    private static string? Body(string path) => path switch
    {
        _ when path.StartsWith("/api/teams/{id}/users") => """{"role":"Team Member"}""",
        "/api/roles" => """{"name":"Janitor","kinds":["group"],"level":"viewer"}""",
        _ when path.StartsWith("/api/memberships") => """{"role":"View Destination"}""",
        _ => """{"name":"New"}""",
    };

    private static bool ReadsBody((string Method, string Path) operation) =>
        operation.Method is "POST" or "PUT" or "PATCH" && !operation.Path.EndsWith("/invitation") && !operation.Path.EndsWith("/apply");

    private static Knocking By(World world, string path) => path.StartsWith("/api/accounts")
        ? new(world.Account.Server, "Authorization", $"Bearer {RosterServer.OperatorKey}")
        : world.Admin;

    private static string Base64(string text) => Convert.ToBase64String(Encoding.ASCII.GetBytes(text));

    private IEnumerable<(string Method, string Path)> Operations(bool everyone = false) =>
        server.Document.Operations
            .Select(operation => (operation.Method, operation.Path))
            .Where(operation => everyone || operation.Path != Accept);

    private void AsDocumented(string method, string path, Answer answer) =>
        server.Document.Problems(method, path, answer.Status, answer.Header("Content-Type"), answer.Text).ShouldBeEmpty();
}
