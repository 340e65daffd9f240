using System.Text;
using Roster.Core.Keys;
using Roster.Testing;
using Roster.Tests.Http.Fivetran.Contract;

namespace Roster.Tests.Http.Fivetran;

/// <summary>Limits of the hour: off unless configured, and then on every answer to a valid key.</summary>
public sealed class LimitTests(FivetranServer unlimited)
{
    private const string Newcomer = """{"email":"new@example.com","given_name":"New","family_name":"Comer"}""";

    [Fact]
    public async Task Every_operation_answers_429_once_the_keys_hour_is_full()
    {
        await using var server = await StartAsync("ROSTER_RATE_LIMIT", "1");
        var world = await World.MakeAsync(server);
        foreach (var operation in Documented.Operations)
        {
            var key = await world.KeyAsync(Grants.Admin);
            await server.AskAsync("PATCH /v1/users/nobody", key, "{}"u8.ToArray());

            var answer = await AskAsync(server, operation, key);

            answer.ShouldBe(429, """{"code":"TooManyRequests","message":"At most 1 requests may be made with one key in an hour."}""");
            int.Parse(answer.Header("Retry-After")!).ShouldBeInRange(1, 3_600);
            (answer.Header("X-Rate-Limit"), answer.Header("X-Rate-Limit-Remaining")).ShouldBe(("1", "0"), operation);
        }
    }

    [Fact]
    public async Task Every_answer_to_a_valid_key_says_what_is_left_of_the_hour()
    {
        await using var server = await StartAsync("ROSTER_RATE_LIMIT", "9");
        var world = await World.MakeAsync(server);

        var left = new List<string?>();
        foreach (var request in new[] { "DELETE /v1/users/grace", "GET /v1/users/nobody", "GET /v1/users?limit=0", "PUT /v1/users", "GET /v1/nothing" })
        {
            var answer = await server.AskAsync(request, world.Admin, null);
            answer.Header("X-Rate-Limit").ShouldBe("9", request);
            left.Add(answer.Header("X-Rate-Limit-Remaining"));
        }

        left.ShouldBe(["8", "7", "6", "5", "4"]);
        (await server.AskAsync("GET /v1/users", null, null)).Header("X-Rate-Limit").ShouldBeNull();
    }

    [Fact]
    public async Task A_kept_answer_says_what_is_left_too()
    {
        await using var server = await StartAsync("ROSTER_RATE_LIMIT", "9");
        var world = await World.MakeAsync(server);

        await server.AskAsync("GET /v1/users", world.Admin, null);

        (await server.AskAsync("GET /v1/users", world.Admin, null)).Header("X-Rate-Limit-Remaining").ShouldBe("6");
    }

    [Fact]
    public async Task Inviting_has_a_limit_of_its_own()
    {
        await using var server = await StartAsync("ROSTER_USER_CREATION_LIMIT", "1");
        var world = await World.MakeAsync(server);
        (await server.AskAsync("POST /v1/users", world.Admin, Encoding.UTF8.GetBytes(Newcomer))).Status.ShouldBe(201);

        var refused = await server.AskAsync("POST /v1/users", world.Admin, Encoding.UTF8.GetBytes(Newcomer));

        refused.ShouldBe(429, """{"code":"TooManyRequests","message":"At most 1 users may be created in an account in an hour."}""");
        refused.Header("Retry-After").ShouldNotBeNull();
        (await server.AskAsync("GET /v1/users", world.Admin, null)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_key_that_may_invite_nobody_uses_up_nothing_of_the_limit()
    {
        await using var server = await StartAsync("ROSTER_USER_CREATION_LIMIT", "1");
        var world = await World.MakeAsync(server);
        var reader = await world.KeyAsync(Grants.Read);

        (await server.AskAsync("POST /v1/users", reader, Encoding.UTF8.GetBytes(Newcomer))).Status.ShouldBe(403);

        (await server.AskAsync("POST /v1/users", world.Admin, Encoding.UTF8.GetBytes(Newcomer))).Status.ShouldBe(201);
        (await server.AskAsync("POST /v1/users", reader, Encoding.UTF8.GetBytes(Newcomer))).Status.ShouldBe(403);
    }

    [Fact]
    public async Task Without_a_limit_nothing_is_said()
    {
        var world = await unlimited.WorldAsync();

        (await unlimited.AskAsync("GET /v1/users", world.Admin)).Header("X-Rate-Limit").ShouldBeNull();
    }

    private static Task<RosterServer> StartAsync(string setting, string value) =>
        RosterServer.StartAsync(new ServerOptions { Settings = new Dictionary<string, string> { [setting] = value } });

    private static Task<Answer> AskAsync(RosterServer server, string operation, Credential key) =>
        server.AskAsync(Sample.Path(operation), key, Sample.Body(operation) is { } body ? Encoding.UTF8.GetBytes(body) : null);
}
