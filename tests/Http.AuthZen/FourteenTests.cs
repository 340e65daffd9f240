using System.Text;
using Roster.Core.Keys;
using static Roster.Tests.Http.AuthZen.Asker;

namespace Roster.Tests.Http.AuthZen;

/// <summary>Fourteen things that are easy to get wrong (authzen.md §0), each by its number.</summary>
public sealed class FourteenTests(AuthZenServer server)
{
    private Asker World => server.World;

    [Fact]
    public async Task One_a_denial_is_200_and_403_is_about_the_key()
    {
        (await World.DecideAsync(Bob, Write, One)).ShouldBeFalse();

        var account = await server.Roster.OpenAccountAsync();
        var reader = new Asker(Knocking.Native(server.Roster, await account.MintKeyAsync(Grants.Read | Grants.Provision)));
        (await reader.AskAsync(Evaluation, Good(Evaluation))).ShouldBeRefused(403);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("text/json")]
    [InlineData("application/vnd.api+json")]
    [InlineData("application/json, application/json")]
    [InlineData("application/json; charset=iso-8859-1")]
    public async Task Two_a_wrong_or_missing_content_type_is_400(string? type)
    {
        var body = Encoding.UTF8.GetBytes(Good(Evaluation));
        (string, string)[] headers = [(World.Knocking.Header, World.Knocking.Value), .. type is null ? [] : new[] { ("Content-Type", type) }];

        (await server.Roster.Wire.SendAsync("POST", Evaluation, body, headers)).ShouldBeRefused(400);
    }

    [Fact]
    public async Task Three_unknown_members_are_ignored_everywhere() => (await World.AskAsync(Subjects, Body(
        ("x", "[{}]"),
        ("subject", """{"x":1,"type":"user"}"""),
        ("action", """{"name":"read","x":{}}"""),
        ("resource", """{"type":"record","id":"record-1","x":null}"""),
        ("page", """{"x":true,"limit":5}""")))).Found(Subjects).ShouldBe(["alice", "bob"]);

    [Theory]
    [InlineData("{}", "subject")]
    [InlineData("17", null)]
    [InlineData("null", null)]
    [InlineData("""{"subject":"alice"}""", "subject")]
    [InlineData("""{"subject":{"type":"user","id":7}}""", "subject.id")]
    [InlineData("""{"subject":{"type":"user"}}""", "subject.id")]
    [InlineData("""{"subject":{"type":"user","id":"alice","properties":[]}}""", "subject.properties")]
    [InlineData("""{"subject":{"type":"user","id":"alice"},"context":7}""", "context")]
    public async Task Four_what_is_wrong_inside_a_batch_is_a_denial_of_that_item(string item, string? field)
    {
        var answer = await World.AskAsync(Evaluations, Body(("action", Read), ("resource", One), ("evaluations", Items(item, Body(("subject", Alice))))));

        answer.Decisions().ShouldBe([false, true]);
        var error = answer.Json.GetProperty("evaluations")[0].GetProperty("context").GetProperty("error");
        error.GetProperty("status").GetInt32().ShouldBe(400);
        (error.TryGetProperty("field", out var named) ? named.GetString() : null).ShouldBe(field);
    }

    [Theory]
    [InlineData("")]
    [InlineData(""","evaluations":[]""")]
    [InlineData(""","evaluations":null""")]
    public async Task Five_evaluations_without_items_answer_the_single_form(string items)
    {
        (await World.AskAsync(Evaluations, Question(Alice, Read, One)[..^1] + items + "}")).Text.ShouldBe("""{"decision":true}""");
        (await World.AskAsync(Evaluations, Body(("subject", Alice), ("action", Read))[..^1] + items + "}")).ShouldBeRefused(400, "resource");
    }

    [Fact]
    public async Task Six_what_an_item_names_replaces_the_default_whole() => (await World.DecideAllAsync(
        ("subject", BobAdmin),
        ("action", Write),
        ("resource", """{"type":"record","id":"record-1","properties":{"status":"archived"}}"""),
        ("evaluations", Items("{}", Body(("resource", One)), Body(("resource", """{"type":"record","id":null}""")))))).ShouldBe([true, false, false]);

    [Fact]
    public async Task Six_nothing_but_a_type_is_filled_in_from_a_default() => (await World.DecideAllAsync(
        ("subject", Alice),
        ("action", Read),
        ("resource", One),
        ("evaluations", Items("{}", Body(("resource", "{}")), Body(("subject", "{}")), Body(("action", "{}")))))).ShouldBe([true, false, false, false]);

    [Fact]
    public async Task Seven_a_short_circuit_cuts_the_answer_after_the_item_that_decides()
    {
        (await SemanticAsync("deny_on_first_deny", Alice, "{}", Alice)).ShouldBe([true, false]);
        (await SemanticAsync("deny_on_first_deny", Alice, Alice)).ShouldBe([true, true]);
        (await SemanticAsync("permit_on_first_permit", "{}", Alice, Alice)).ShouldBe([false, true]);
        (await SemanticAsync("permit_on_first_permit", "{}", "{}")).ShouldBe([false, false]);
        (await SemanticAsync("execute_all", "{}", Alice, "{}")).ShouldBe([false, true, false]);
    }

    [Fact]
    public async Task Eight_a_result_is_exactly_what_names_it()
    {
        (await World.AskAsync(Subjects, Good(Subjects))).Text.ShouldBe("""{"results":[{"type":"user","id":"alice"},{"type":"user","id":"bob"}]}""");
        (await World.AskAsync(Resources, Good(Resources))).Text.ShouldBe("""{"results":[{"type":"record","id":"record-1"},{"type":"record","id":"record-2"}]}""");
        (await World.AskAsync(Actions, Good(Actions))).Text.ShouldBe("""{"results":[{"name":"read"},{"name":"write"}]}""");
    }

    [Fact]
    public async Task Nine_what_is_not_known_is_an_empty_search() => (await World.AskAsync(
        Subjects, Body(("subject", """{"type":"spaceship"}"""), ("action", Read), ("resource", One)))).Text.ShouldBe("""{"results":[]}""");

    [Fact]
    public async Task Ten_a_page_comes_first_and_always_has_a_token()
    {
        var body = Body(("subject", """{"type":"user"}"""), ("action", Read), ("resource", One), ("page", "{}"));

        (await World.AskAsync(Subjects, body)).Text.ShouldStartWith("""{"page":{"next_token":"","count":2},"results":[""");
    }

    [Theory]
    [InlineData("")]
    [InlineData(""","limit":1""")]
    public async Task Eleven_a_token_alone_and_a_token_with_the_same_limit_are_the_same(string beside)
    {
        var members = new[] { ("subject", """{"type":"user"}"""), ("action", Read), ("resource", One) };
        var first = (await World.AskAsync(Subjects, Body([.. members, ("page", """{"limit":1}""")]))).Ok();
        var token = first.GetProperty("page").GetProperty("next_token").GetString();

        (await World.FindAsync(Subjects, [.. members, ("page", $$"""{"token":"{{token}}"{{beside}}}""")])).ShouldBe(["bob"]);
    }

    [Theory, MemberData(nameof(Endpoints))]
    public async Task Twelve_identical_requests_have_identical_answers(string endpoint) =>
        (await World.AskAsync(endpoint, Good(endpoint))).Body.ShouldBe((await World.AskAsync(endpoint, Good(endpoint))).Body);

    public static TheoryData<string> Endpoints => All;

    [Theory]
    [InlineData("""{"SUBJECT":{"type":"user","id":"alice"},"action":{"name":"read"},"resource":{"type":"record","id":"record-1"}}""", "subject")]
    [InlineData("""{"subject":{"Type":"user","id":"alice"},"action":{"name":"read"},"resource":{"type":"record","id":"record-1"}}""", "subject.type")]
    [InlineData("""{"subject":{"type":"user","id":"bob"},"subject":{"type":"user","id":"alice"},"action":{"name":"read"},"resource":{"type":"record","id":"record-1"}}""", null)]
    [InlineData("""{"subject":{"type":"user","id":"bob","\u0069d":"alice"},"action":{"name":"read"},"resource":{"type":"record","id":"record-1"}}""", null)]
    [InlineData("""{"x":[{"a":1,"a":1}],"subject":{"type":"user","id":"alice"},"action":{"name":"read"},"resource":{"type":"record","id":"record-1"}}""", null)]
    public async Task Thirteen_names_are_exact_and_never_there_twice(string body, string? field) =>
        (await World.AskAsync(Evaluation, body)).ShouldBeRefused(400, field);

    [Fact]
    public async Task Fourteen_a_request_id_of_any_bytes_is_echoed()
    {
        var id = string.Concat(Enumerable.Range(0x21, 0x7E - 0x21).Concat(Enumerable.Range(0x80, 0x80)).Select(c => (char)c));

        var answer = await World.AskAsync(Evaluation, Good(Evaluation), ("X-Request-ID", id));

        answer.Status.ShouldBe(200);
        answer.Header("X-Request-ID").ShouldBe(id);
    }

    private Task<bool[]> SemanticAsync(string semantic, params string[] subjects) => World.DecideAllAsync(
        ("action", Read),
        ("resource", One),
        ("options", $$"""{"evaluations_semantic":"{{semantic}}"}"""),
        ("evaluations", Items(subjects.Select(subject => subject == "{}" ? subject : Body(("subject", subject))))));
}
