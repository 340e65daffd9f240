using System.Text.Json;
using static Roster.Tests.Http.AuthZen.Asker;

namespace Roster.Tests.Http.AuthZen;

/// <summary>What the Foundation's own suite asks beyond the certification's text (authzen.md §8), row by row.</summary>
public sealed class SuiteTests(AuthZenServer server)
{
    private const string Record = """{"type":"record"}""";

    private Asker World => server.World;

    public static TheoryData<string> Endpoints => All;

    [Theory, MemberData(nameof(Endpoints))]
    public async Task All_five_accept_a_charset(string endpoint)
    {
        foreach (var type in new[] { "application/json; charset=utf-8", "application/json;charset=UTF-8", "application/json; charset=\"utf-8\"; x=1", "Application/JSON" })
        {
            (await World.AskAsync(endpoint, Good(endpoint), ("Content-Type", type))).Ok();
        }
    }

    [Theory, MemberData(nameof(Endpoints))]
    public async Task All_five_refuse_other_methods(string endpoint)
    {
        foreach (var method in new[] { "GET", "PUT", "PATCH", "DELETE" })
        {
            var answer = await World.Knocking.SendAsync(method, endpoint, method == "GET" ? null : Good(endpoint));

            answer.ShouldBeRefused(405);
            answer.Header("Allow").ShouldBe("POST");
        }
    }

    [Theory, MemberData(nameof(Endpoints))]
    public async Task All_five_refuse_plain_text(string endpoint) =>
        (await World.AskAsync(endpoint, Good(endpoint), ("Content-Type", "text/plain"))).ShouldBeRefused(400);

    [Theory, MemberData(nameof(Endpoints))]
    public async Task All_five_refuse_what_is_no_object(string endpoint)
    {
        foreach (var body in new[] { "[]", $"[{Good(endpoint)}]", "null", "1", "\"text\"", "{", "", " ", "{\"subject\"}", Good(endpoint) + "x", Good(endpoint) + Good(endpoint) })
        {
            (await World.AskAsync(endpoint, body)).ShouldBeRefused(400);
        }
    }

    [Theory, MemberData(nameof(Endpoints))]
    public async Task All_five_ignore_unknown_members_at_the_top(string endpoint) =>
        (await World.AskAsync(endpoint, """{"unknown":{"a":[1]},""" + Good(endpoint)[1..])).Text.ShouldBe((await World.AskAsync(endpoint, Good(endpoint))).Text);

    [Theory, MemberData(nameof(Endpoints))]
    public async Task All_five_echo_the_request_s_id(string endpoint)
    {
        const string Id = "0b6cf6fd 6a1c/4e8d:\u00e9\u00ff";

        (await World.AskAsync(endpoint, Good(endpoint), ("X-Request-ID", Id))).Header("X-Request-ID").ShouldBe(Id);
        (await World.AskAsync(endpoint, "{", ("X-Request-ID", Id))).Header("X-Request-ID").ShouldBe(Id);
        (await server.Roster.Wire.SendAsync("POST", endpoint, [], ("X-Request-ID", Id))).Header("X-Request-ID").ShouldBe(Id);
    }

    [Theory, MemberData(nameof(Endpoints))]
    public async Task All_five_answer_alike_three_times(string endpoint)
    {
        var answers = new[] { await World.AskAsync(endpoint, Good(endpoint)), await World.AskAsync(endpoint, Good(endpoint)), await World.AskAsync(endpoint, Good(endpoint)) };

        answers.Select(answer => answer.Text).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task Evaluation_ignores_unknown_members_of_its_parts() => (await World.DecideAsync(
        """{"type":"user","id":"alice","unknown":1}""", """{"name":"read","unknown":[]}""", """{"unknown":{},"type":"record","id":"record-1"}""")).ShouldBeTrue();

    [Fact]
    public async Task Evaluation_refuses_missing_and_wrong_credentials_with_a_challenge()
    {
        foreach (var value in new[] { null, "", "Bearer", "Bearer x", "Bearer abcdefghij." + new string('0', 53), "Basic eDp5", "Digest x" })
        {
            (string, string)[] headers = value is null ? [("Content-Type", "application/json")] : [("Content-Type", "application/json"), ("Authorization", value)];

            (await server.Roster.Wire.SendAsync("POST", Evaluation, "{}"u8.ToArray(), headers)).ShouldBeRefused(401);
        }
    }

    [Fact]
    public async Task Evaluations_find_both_records_read() => (await World.DecideAllAsync(
        ("subject", Alice), ("action", Read), ("evaluations", Items(Item("resource", One), Item("resource", Two))))).ShouldBe([true, true]);

    [Fact]
    public async Task Evaluations_end_with_the_first_denial()
    {
        var answer = await SemanticAsync("deny_on_first_deny", Read, Write, Read);

        answer.Decisions().ShouldBe([true, false]);
        answer.Text.ShouldBe("""{"evaluations":[{"decision":true},{"decision":false,"context":{"reason":"deny_on_first_deny"}}]}""");
    }

    [Fact]
    public async Task Evaluations_end_with_the_first_permit() =>
        (await SemanticAsync("permit_on_first_permit", Write, Read, Write)).Decisions().ShouldBe([false, true]);

    [Fact]
    public async Task Evaluations_refuse_an_unknown_semantic()
    {
        (await SemanticAsync("permit_all", Write, Read)).ShouldBeRefused(400, "options.evaluations_semantic");
        (await SemanticAsync("Execute_All", Write, Read)).ShouldBeRefused(400, "options.evaluations_semantic");
    }

    [Fact]
    public async Task Evaluations_take_a_default_action() => (await World.DecideAllAsync(
        ("subject", Bob), ("resource", One), ("action", Write), ("evaluations", Items(Item("action", Read), "{}")))).ShouldBe([true, false]);

    [Fact]
    public async Task Evaluations_of_one_item_without_a_subject_are_a_denial_and_no_error() => (await World.DecideAllAsync(
        ("action", Read), ("resource", One), ("evaluations", Items("{}")))).ShouldBe([false]);

    [Fact]
    public async Task Evaluations_fill_a_missing_type_from_the_default() => (await World.DecideAllAsync(
        ("subject", Alice),
        ("action", Write),
        ("resource", Record),
        ("evaluations", Items(
            Item("resource", """{"id":"record-1","properties":{"status":"active"}}"""),
            Item("resource", """{"id":"record-2","properties":{"status":"archived"}}"""))))).ShouldBe([true, false]);

    [Fact]
    public async Task Subject_search_can_be_followed_page_by_page()
    {
        var (found, token, pages) = (new List<string>(), "", 0);
        do
        {
            var page = $$"""{"unknown":{"a":1},"limit":1,"token":"{{token}}"}""";
            var answer = await World.AskAsync(Subjects, Body(("subject", """{"type":"user"}"""), ("action", Read), ("resource", One), ("page", page)));
            found.AddRange(answer.Found(Subjects));
            token = answer.Json.GetProperty("page").GetProperty("next_token").GetString()!;
        }
        while (token.Length > 0 && ++pages < 100);

        found.ShouldBe(["alice", "bob"]);
    }

    [Fact]
    public async Task Subject_search_refuses_an_action_that_is_a_text() => (await World.AskAsync(
        Subjects, Body(("subject", """{"type":"user"}"""), ("action", "\"read\""), ("resource", One)))).ShouldBeRefused(400, "action");

    [Theory]
    [InlineData("""{"type":"user","id":"nobody"}""")]
    [InlineData("""{"type":"user","id":17}""")]
    [InlineData("""{"type":"user","id":null,"properties":{"role":"admin"}}""")]
    public async Task Subject_search_ignores_all_but_the_type_of_whom_it_searches(string subject) => (await World.FindAsync(
        Subjects, ("subject", subject), ("action", Read), ("resource", One))).ShouldBe(["alice", "bob"]);

    [Fact]
    public async Task Resource_search_ignores_all_but_the_type_of_what_it_searches() => (await World.FindAsync(
        Resources, ("subject", Alice), ("action", Write), ("resource", """{"type":"record","id":"none","properties":{"status":"archived"}}"""))).ShouldBe(["record-1"]);

    [Fact]
    public async Task Resource_search_refuses_empty_parts()
    {
        (await World.AskAsync(Resources, Body(("subject", Alice), ("action", Read), ("resource", "{}")))).ShouldBeRefused(400, "resource.type");
        (await World.AskAsync(Resources, Body(("subject", Alice), ("action", "{}"), ("resource", Record)))).ShouldBeRefused(400, "action.name");
        (await World.AskAsync(Resources, Body(("subject", "\"alice\""), ("action", Read), ("resource", Record)))).ShouldBeRefused(400, "subject");
    }

    [Theory]
    [InlineData("""{"name":"delete"}""")]
    [InlineData("17")]
    public async Task Action_search_ignores_an_action(string action) => (await World.FindAsync(
        Actions, ("subject", Alice), ("action", action), ("resource", One))).ShouldBe(["read", "write"]);

    [Fact]
    public async Task Action_search_refuses_empty_parts()
    {
        (await World.AskAsync(Actions, Body(("subject", Alice), ("resource", "{}")))).ShouldBeRefused(400, "resource.type");
        (await World.AskAsync(Actions, Body(("subject", "\"alice\""), ("resource", One)))).ShouldBeRefused(400, "subject");
    }

    [Fact]
    public async Task Metadata_name_the_identifier_as_it_is_configured_and_nothing_empty()
    {
        var answer = await server.Roster.Wire.SendAsync("GET", "/.well-known/authzen-configuration");

        answer.Ok().GetProperty("policy_decision_point").GetString().ShouldBe("https://roster.example.com");
        answer.Json.EnumerateObject().ShouldAllBe(member => member.Value.ValueKind == JsonValueKind.String && member.Value.GetString()!.StartsWith("https://roster.example.com"));
    }

    private static string Item(string name, string json) => Body((name, json));

    private Task<Answer> SemanticAsync(string semantic, params string[] actions) => World.AskAsync(Evaluations, Body(
        ("subject", Bob),
        ("resource", One),
        ("options", $$"""{"evaluations_semantic":"{{semantic}}"}"""),
        ("evaluations", Items(actions.Select(action => Item("action", action))))));
}
