using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Roster.Core.Keys;
using Roster.Core.Outcomes;
using Roster.Core.Storage;
using Roster.Core.Values;
using Roster.Testing.Stores;
using static Roster.Tests.Http.AuthZen.Asker;

namespace Roster.Tests.Http.AuthZen;

/// <summary>Every status of authzen.md §1.1, and which comes first where several could.</summary>
public sealed class StatusTests(AuthZenServer server)
{
    private Asker World => server.World;

    public static TheoryData<string> Endpoints => All;

    [Theory]
    [InlineData("""{"subject":{"type":"user","id":"\ud800"},"action":{"name":"read"},"resource":{"type":"record","id":"1"}}""")]
    [InlineData("""{"subject":{"type":"user","id":"\u0000"},"action":{"name":"read"},"resource":{"type":"record","id":"1"}}""")]
    [InlineData("""{"subject":{"type":"user","id":"a","properties":{"x":["\udc00"]}},"action":{"name":"read"},"resource":{"type":"record","id":"1"}}""")]
    [InlineData("""{"subject":{"type":"user","id":"a"},"action":{"name":"read"},"resource":{"type":"record","id":"1"},"context":{"\ud800":1}}""")]
    [InlineData("""{"\ud800":1,"subject":{"type":"user","id":"a"},"action":{"name":"read"},"resource":{"type":"record","id":"1"}}""")]
    public async Task Half_of_a_character_is_400_wherever_it_is(string body) => (await World.AskAsync(Evaluation, body)).ShouldBeRefused(400);

    [Theory, MemberData(nameof(Endpoints))]
    public async Task Bytes_that_are_no_utf8_are_400(string endpoint)
    {
        var body = Encoding.Latin1.GetBytes(Good(endpoint).Replace("record", "rec\u00f6rd", StringComparison.Ordinal));

        (await server.Roster.Wire.SendAsync(
            "POST", endpoint, body, ("Content-Type", "application/json"), (World.Knocking.Header, World.Knocking.Value))).ShouldBeRefused(400);
    }

    [Fact]
    public async Task Sixty_four_levels_are_read_and_no_more()
    {
        (await World.AskAsync(Evaluation, Nested(64))).Decision().ShouldBeTrue();
        (await World.AskAsync(Evaluation, Nested(65))).ShouldBeRefused(400);
        (await World.AskAsync(Evaluation, Nested(100_000))).ShouldBeRefused(400);

        static string Nested(int levels) => $$"""{"x":{{new string('[', levels - 1)}}{{new string(']', levels - 1)}},""" + Good(Evaluation)[1..];
    }

    [Fact]
    public async Task A_thousand_items_are_read_and_no_more()
    {
        (await World.DecideAllAsync([.. Defaults, ("evaluations", Items(Enumerable.Repeat("{}", 1_000)))])).Length.ShouldBe(1_000);
        (await World.AskAsync(Evaluations, Body([.. Defaults, ("evaluations", Items(Enumerable.Repeat("{}", 1_001)))]))).ShouldBeRefused(400, "evaluations");
    }

    [Theory]
    [InlineData("evaluations", "{}", "evaluations")]
    [InlineData("evaluations", "7", "evaluations")]
    [InlineData("options", "[]", "options")]
    [InlineData("options", """{"evaluations_semantic":1}""", "options.evaluations_semantic")]
    [InlineData("context", "\"text\"", "context")]
    public async Task What_is_wrong_with_a_whole_batch_is_400(string name, string json, string field) =>
        (await World.AskAsync(Evaluations, Body([.. Defaults, .. name == "evaluations" ? [] : new[] { ("evaluations", "[{}]") }, (name, json)]))).ShouldBeRefused(400, field);

    [Theory]
    [InlineData("""{"type":7}""", "subject.type")]
    [InlineData("[]", "subject")]
    public async Task A_default_of_the_wrong_type_is_400_for_all(string subject, string field) => (await World.AskAsync(
        Evaluations, Body(("subject", subject), ("action", Read), ("resource", One), ("evaluations", Items(Body(("subject", Alice))))))).ShouldBeRefused(400, field);

    [Fact]
    public async Task Nulls_are_what_is_not_there()
    {
        (await World.AskAsync(Evaluation, Body([.. Defaults, ("context", "null"), ("evaluations", "[7]"), ("page", "7"), ("options", "7")]))).Decision().ShouldBeTrue();
        (await World.AskAsync(Evaluation, Body(("subject", "null"), ("action", Read), ("resource", One)))).ShouldBeRefused(400, "subject");
        (await World.DecideAllAsync([.. Defaults, ("options", "null"), ("evaluations", Items("""{"subject":null,"action":null,"context":null}"""))])).ShouldBe([true]);
    }

    [Fact]
    public async Task Empty_names_are_names_of_nothing() =>
        (await World.DecideAsync("""{"type":"","id":""}""", """{"name":""}""", """{"type":"","id":""}""")).ShouldBeFalse();

    [Theory, MemberData(nameof(Endpoints))]
    public async Task A_key_that_ended_is_401_and_one_that_may_not_ask_403(string endpoint)
    {
        var account = await server.Roster.OpenAccountAsync();
        var revoked = await account.MintKeyAsync(Grants.Check);
        await account.RevokeKeyAsync(revoked);
        var powerless = await account.RegisterUserAsync("nobody@example.com");

        (await AskAsync(revoked)).ShouldBeRefused(401);
        (await AskAsync(revoked with { Account = "org-other" })).ShouldBeRefused(401);
        (await AskAsync(await account.MintKeyAsync(Grants.Read))).ShouldBeRefused(403);
        (await AskAsync(await account.MintKeyAsync(Grants.Provision))).ShouldBeRefused(403);
        (await AskAsync(await account.MintKeyAsync(Grants.Check, owner: powerless))).ShouldBeRefused(403);
        (await AskAsync(await account.MintKeyAsync(Grants.Check))).Status.ShouldBe(200);
        (await AskAsync(await account.MintKeyAsync(Grants.Admin))).Status.ShouldBe(200);

        Task<Answer> AskAsync(Credential key) => new Asker(Knocking.Native(server.Roster, key)).AskAsync(endpoint, Good(endpoint));
    }

    [Fact]
    public async Task A_key_is_taken_by_basic_with_both_halves_encoded()
    {
        var key = await (await server.Roster.OpenAccountAsync()).MintKeyAsync(Grants.Check);
        foreach (var text in new[] { $"{key.Id}:{key.Secret}", $"%{(int)key.Id.Value[0]:X2}{key.Id.Value[1..]}:{key.Secret[..^1]}%{(int)key.Secret[^1]:x2}" })
        {
            var basic = "Basic " + Convert.ToBase64String(Encoding.ASCII.GetBytes(text));

            (await new Asker(new(server.Roster, "Authorization", basic)).AskAsync(Evaluation, Good(Evaluation))).Decision().ShouldBeFalse();
        }
    }

    [Theory]
    [InlineData("POST", "/access", 404)]
    [InlineData("POST", "/access/v1", 404)]
    [InlineData("POST", "/access/v2/evaluation", 404)]
    [InlineData("GET", "/access/v1/evaluation", 405)]
    [InlineData("POST", "/.well-known/authzen-configuration", 405)]
    [InlineData("GET", "/.well-known/authzen-configuration/tenant", 404)]
    public async Task A_wrong_path_or_method_is_told_before_a_wrong_key(string method, string path, int status) =>
        (await server.Roster.Wire.SendAsync(method, path, null, ("Authorization", "Bearer x"))).ShouldBeRefused(status);

    [Theory, MemberData(nameof(Endpoints))]
    public async Task A_body_of_more_than_a_mebibyte_is_413(string endpoint)
    {
        var padding = new string(' ', 1_048_576 - Good(endpoint).Length);

        (await World.AskAsync(endpoint, Good(endpoint) + padding)).Status.ShouldBe(200);
        (await World.AskAsync(endpoint, Good(endpoint) + padding + " ")).ShouldBeRefused(413);
    }

    [Fact]
    public async Task Checks_are_made_in_their_order()
    {
        var account = await server.Roster.OpenAccountAsync();
        var reader = Knocking.Native(server.Roster, await account.MintKeyAsync(Grants.Read));
        var huge = new string('{', 1_048_577);

        (await reader.PostAsync(Evaluation, huge, ("Content-Type", "text/plain"))).ShouldBeRefused(403);
        (await World.AskAsync(Evaluation, huge, ("Content-Type", "text/plain"))).ShouldBeRefused(400);
        (await World.AskAsync(Evaluation, huge)).ShouldBeRefused(413);
        (await World.AskAsync(Evaluation, "{")).ShouldBeRefused(400);
    }

    [Fact]
    public async Task Too_many_requests_are_429_but_403_for_a_key_that_may_not_ask()
    {
        await using var limited = await RosterServer.StartAsync(new() { Settings = new Dictionary<string, string> { ["ROSTER_RATE_LIMIT"] = "1" } });
        var checker = Knocking.Native(limited, await limited.First.MintKeyAsync(Grants.Check));
        var reader = Knocking.Native(limited, await limited.First.MintKeyAsync(Grants.Read));
        (await checker.PostAsync(Evaluation, Good(Evaluation))).Status.ShouldBe(200);
        (await reader.PostAsync(Evaluation, Good(Evaluation))).ShouldBeRefused(403);

        var refused = await checker.PostAsync(Evaluation, Good(Evaluation));

        refused.ShouldBeRefused(429);
        int.Parse(refused.Header("Retry-After")!).ShouldBeInRange(1, 3_600);
        (await reader.PostAsync(Evaluation, Good(Evaluation))).ShouldBeRefused(403);
    }

    [Fact]
    public async Task A_defect_is_500_and_tells_nothing()
    {
        var answer = await FailingAsync(new InvalidOperationException("internals"));

        answer.ShouldBeRefused(500);
        answer.Text.ShouldNotContain("internals");
        answer.Header("X-Request-ID").ShouldBe("\u00e9");
    }

    [Fact]
    public async Task A_store_that_does_not_answer_is_503_and_no_denial()
    {
        var answer = await FailingAsync(new StoreUnavailableException("the disk is full"));

        answer.ShouldBeRefused(503);
        answer.Header("Retry-After").ShouldBe("1");
    }

    [Theory, MemberData(nameof(Endpoints))]
    public async Task Every_answer_says_its_revision_and_a_later_one_is_not_answered_from(string endpoint)
    {
        var revision = (await World.AskAsync(endpoint, Good(endpoint))).Header("Roster-Revision")!;

        (await World.AskAsync(endpoint, Good(endpoint), ("Roster-At-Least", revision))).Ok();
        (await World.AskAsync(endpoint, Good(endpoint), ("Roster-At-Least", revision + "0"))).ShouldBeRefused(400, "Roster-At-Least");
    }

    [Fact]
    public async Task Nothing_that_a_client_accepts_or_not_matters() =>
        (await World.AskAsync(Evaluation, Good(Evaluation), ("Accept", "text/html"))).Decision().ShouldBeTrue();

    private static (string Name, string Json)[] Defaults => [("subject", Alice), ("action", Read), ("resource", One)];

    private static async Task<Answer> FailingAsync(Exception failure)
    {
        BrokenStore store = null!;
        await using var broken = await RosterServer.StartAsync(new() { Services = services => store = BrokenStore.Wrap(services) });
        await broken.First.Native.GetAsync("/api/account");
        store.Failure = failure;
        return await broken.First.Native.PostAsync(Evaluation, Good(Evaluation), ("X-Request-ID", "\u00e9"));
    }

    /// <summary>The real store until it is told to fail.</summary>
    private sealed class BrokenStore(IStore store) : PassingStore(store)
    {
        public Exception? Failure { get; set; }

        public static BrokenStore Wrap(IServiceCollection services)
        {
            var broken = new BrokenStore((IStore)services.Single(service => service.ServiceType == typeof(IStore)).ImplementationInstance!);
            services.Replace(ServiceDescriptor.Singleton<IStore>(broken));
            return broken;
        }

        public override ValueTask<long> RevisionAsync(AccountId account, CancellationToken cancellationToken) =>
            Failure is { } failure ? throw failure : base.RevisionAsync(account, cancellationToken);

        public override ValueTask<Outcome<T>> ReadAsync<T>(
            AccountId account, long atLeast, Func<IReads, ValueTask<Outcome<T>>> question, CancellationToken cancellationToken) =>
            Failure is { } failure ? throw failure : base.ReadAsync(account, atLeast, question, cancellationToken);
    }
}
