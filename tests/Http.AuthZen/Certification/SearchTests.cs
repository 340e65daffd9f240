using System.Text.Json;
using static Roster.Tests.Http.AuthZen.Asker;

namespace Roster.Tests.Http.AuthZen.Certification;

/// <summary>The certification's tests of the three searches (authzen.md §7), each by its id.</summary>
public sealed class SearchTests(AuthZenServer server)
{
    private const string User = """{"type":"user"}""";
    private const string Record = """{"type":"record"}""";

    private Asker World => server.World;

    [Fact]
    public async Task C_4_2_1_who_reads() => (await ReadersAsync()).ShouldBe(["alice", "bob"]);

    [Fact]
    public async Task C_4_2_2_a_context_changes_nothing() => (await ReadersAsync(("context", Context))).ShouldBe(await ReadersAsync());

    [Fact]
    public async Task C_4_2_3_nor_does_an_id_of_who_is_searched_for() => (await World.FindAsync(
        Subjects, ("subject", Alice), ("action", Read), ("resource", One))).ShouldBe(await ReadersAsync());

    [Fact]
    public async Task C_4_2_4_who_writes_what_is_archived() => (await World.FindAsync(
        Subjects, ("subject", User), ("action", Write), ("resource", ArchivedTwo))).ShouldBe(["bob"]);

    [Fact]
    public async Task C_4_3_1_what_alice_reads() => (await ReadAsync()).ShouldBe(["record-1", "record-2"]);

    [Fact]
    public async Task C_4_3_2_a_context_changes_nothing() => (await ReadAsync(("context", Context))).ShouldBe(await ReadAsync());

    [Fact]
    public async Task C_4_3_3_nor_does_an_id_of_what_is_searched_for() => (await World.FindAsync(
        Resources, ("subject", Alice), ("action", Read), ("resource", One))).ShouldBe(await ReadAsync());

    [Fact]
    public async Task C_4_3_4_what_an_admin_writes() => (await World.FindAsync(
        Resources, ("subject", BobAdmin), ("action", Write), ("resource", Record))).ShouldBe(["record-2"]);

    [Fact]
    public async Task C_4_4_1_what_alice_does() => (await World.FindAsync(Actions, ("subject", Alice), ("resource", One))).ShouldBe(["read", "write"]);

    [Fact]
    public async Task C_4_4_2_a_context_changes_nothing() => (await World.FindAsync(
        Actions, ("subject", Alice), ("resource", One), ("context", Context))).ShouldBe(["read", "write"]);

    [Fact]
    public async Task C_4_4_3_what_an_admin_does_to_what_is_archived() => (await World.FindAsync(
        Actions, ("subject", BobAdmin), ("resource", ArchivedTwo))).ShouldBe(["read", "write"]);

    [Fact]
    public async Task C_4_5_1_a_page_of_one()
    {
        var answer = (await FirstPageAsync()).Ok();

        answer.GetProperty("results").GetArrayLength().ShouldBe(1);
        answer.GetProperty("page").GetProperty("next_token").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task C_4_5_2_the_next_page_by_the_token_alone()
    {
        var first = (await FirstPageAsync()).Ok();

        var second = (await NextPageAsync(TokenOf(first))).Ok();

        IdsOf(second).ShouldBe(["bob"]);
        TokenOf(second).ShouldBe("");
    }

    [Fact]
    public async Task C_4_5_3_a_page_has_the_standards_members_and_comes_first()
    {
        var answer = (await FirstPageAsync()).Ok();

        answer.EnumerateObject().Select(member => member.Name).ShouldBe(["page", "results"]);
        answer.GetProperty("page").EnumerateObject().Select(member => member.Name).ShouldBe(["next_token", "count"]);
        answer.GetProperty("page").GetProperty("count").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task C_4_5_4_without_a_page_everything_comes_at_once() =>
        (await World.AskAsync(Subjects, Good(Subjects))).Ok().EnumerateObject().Select(member => member.Name).ShouldBe(["results"]);

    [Theory]
    [InlineData(Actions, """{"subject":{"type":"user","id":"nonexistent-user"},"resource":{"type":"record","id":"record-1"}}""")]
    [InlineData(Actions, """{"subject":{"type":"user","id":"alice"},"resource":{"type":"record","id":"record-9"}}""")]
    [InlineData(Subjects, """{"subject":{"type":"user"},"action":{"name":"read"},"resource":{"type":"record","id":"record-9"}}""")]
    [InlineData(Resources, """{"subject":{"type":"user","id":"nonexistent-user"},"action":{"name":"read"},"resource":{"type":"record"}}""")]
    public async Task C_4_6_1_who_is_not_known_has_an_empty_answer(string endpoint, string body) =>
        (await World.AskAsync(endpoint, body)).Ok().GetProperty("results").GetArrayLength().ShouldBe(0);

    [Theory]
    [InlineData(Subjects, """{"subject":{"type":"spaceship"},"action":{"name":"read"},"resource":{"type":"record","id":"record-1"}}""")]
    [InlineData(Subjects, """{"subject":{"type":"user"},"action":{"name":"read"},"resource":{"type":"spaceship","id":"record-1"}}""")]
    [InlineData(Resources, """{"subject":{"type":"user","id":"alice"},"action":{"name":"read"},"resource":{"type":"spaceship"}}""")]
    [InlineData(Resources, """{"subject":{"type":"*","id":"alice"},"action":{"name":"read"},"resource":{"type":"record"}}""")]
    [InlineData(Actions, """{"subject":{"type":"spaceship","id":"alice"},"resource":{"type":"record","id":"record-1"}}""")]
    public async Task C_4_6_2_a_type_that_is_not_known_too(string endpoint, string body) =>
        (await World.AskAsync(endpoint, body)).Ok().GetProperty("results").GetArrayLength().ShouldBe(0);

    [Theory]
    [InlineData(Subjects, "action")]
    [InlineData(Resources, "subject")]
    [InlineData(Actions, "resource")]
    public async Task C_4_7_1_a_search_without_one_of_its_parts_is_refused(string endpoint, string missing)
    {
        var members = JsonElement.Parse(Good(endpoint)).EnumerateObject().Where(member => member.Name != missing);

        (await World.AskAsync(endpoint, Body(members.Select(member => (member.Name, member.Value.GetRawText()))))).ShouldBeRefused(400, missing);
    }

    [Theory]
    [InlineData(Subjects, """{"subject":{"type":"user"},"action":{"name":"read"},"resource":{"type":"record"}}""", "resource.id")]
    [InlineData(Resources, """{"subject":{"type":"user"},"action":{"name":"read"},"resource":{"type":"record"}}""", "subject.id")]
    [InlineData(Actions, """{"subject":{"type":"user"},"resource":{"type":"record","id":"record-1"}}""", "subject.id")]
    public async Task C_4_7_2_a_part_without_what_it_needs_is_refused(string endpoint, string body, string field) =>
        (await World.AskAsync(endpoint, body)).ShouldBeRefused(400, field);

    private Task<string[]> ReadersAsync(params (string Name, string Json)[] more) =>
        World.FindAsync(Subjects, [("subject", User), ("action", Read), ("resource", One), .. more]);

    private Task<string[]> ReadAsync(params (string Name, string Json)[] more) =>
        World.FindAsync(Resources, [("subject", Alice), ("action", Read), ("resource", Record), .. more]);

    private Task<Answer> FirstPageAsync() => World.AskAsync(
        Subjects, Body(("subject", User), ("action", Read), ("resource", One), ("page", """{"limit":1}""")));

    private Task<Answer> NextPageAsync(string token) => World.AskAsync(
        Subjects, Body(("subject", User), ("action", Read), ("resource", One), ("page", $$"""{"token":"{{token}}"}""")));

    private static string TokenOf(JsonElement answer) => answer.GetProperty("page").GetProperty("next_token").GetString()!;

    private static IEnumerable<string?> IdsOf(JsonElement answer) =>
        answer.GetProperty("results").EnumerateArray().Select(result => result.GetProperty("id").GetString());
}
