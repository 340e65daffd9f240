using System.Text.Json;
using Roster.Core.Keys;
using static Roster.Tests.Http.AuthZen.Asker;

namespace Roster.Tests.Http.AuthZen;

/// <summary>Pages of searches (authzen.md §5.2): limits, tokens, and what they are bound to.</summary>
public sealed class PageTests(AuthZenServer server)
{
    private static readonly (string Name, string Json)[] Readers = [("subject", """{"type":"user"}"""), ("action", Read), ("resource", One)];

    private Asker World => server.World;

    [Theory]
    [InlineData("0", 0, true)]
    [InlineData("1", 1, true)]
    [InlineData("2", 2, false)]
    [InlineData("1000", 2, false)]
    [InlineData("5000", 2, false)]
    [InlineData("99999999999999999999", 2, false)]
    [InlineData("null", 2, false)]
    public async Task A_page_has_at_most_its_limit(string limit, int count, bool more)
    {
        var answer = (await AskAsync($$"""{"limit":{{limit}}}""")).Ok();

        answer.GetProperty("results").GetArrayLength().ShouldBe(count);
        answer.GetProperty("page").GetProperty("count").GetInt32().ShouldBe(count);
        (TokenOf(answer).Length > 0).ShouldBe(more);
    }

    [Theory]
    [InlineData("""{"limit":-1}""", "page.limit")]
    [InlineData("""{"limit":1.5}""", "page.limit")]
    [InlineData("""{"limit":"1"}""", "page.limit")]
    [InlineData("""{"limit":true}""", "page.limit")]
    [InlineData("""{"token":1}""", "page.token")]
    [InlineData("""{"token":"nonsense"}""", "page.token")]
    [InlineData("""{"token":"AAAA"}""", "page.token")]
    [InlineData("""{"properties":1}""", "page.properties")]
    [InlineData("7", "page")]
    public async Task A_page_that_is_not_understood_is_refused(string page, string field) => (await AskAsync(page)).ShouldBeRefused(400, field);

    [Fact]
    public async Task An_empty_token_is_the_first_page() => IdsOf(await AskAsync("""{"token":"","limit":1}""")).ShouldBe(["alice"]);

    [Fact]
    public async Task Nothing_wanted_says_whether_there_is_anything()
    {
        var some = (await AskAsync("""{"limit":0}""")).Ok();
        var none = (await World.AskAsync(Subjects, Body([.. Readers[..2], ("resource", """{"type":"record","id":"none"}"""), ("page", """{"limit":0}""")]))).Ok();

        TokenOf(some).ShouldNotBeEmpty();
        TokenOf(none).ShouldBeEmpty();
    }

    [Fact]
    public async Task Any_other_token_is_refused()
    {
        var token = TokenOf((await AskAsync("""{"limit":1}""")).Ok());
        for (var i = 0; i < token.Length; i++)
        {
            var altered = token[..i] + (token[i] == 'A' ? 'B' : 'A') + token[(i + 1)..];

            (await AskAsync(PageOf(altered))).ShouldBeRefused(400, "page.token");
        }

        (await AskAsync(PageOf(token + "A"))).ShouldBeRefused(400, "page.token");
        (await AskAsync(PageOf(token[..^4]))).ShouldBeRefused(400, "page.token");
        IdsOf(await AskAsync(PageOf(token))).ShouldBe(["bob"]);
    }

    [Fact]
    public async Task A_token_goes_with_the_very_same_search()
    {
        var page = PageOf(TokenOf((await AskAsync("""{"limit":1}""")).Ok()));
        (string, string)[][] others =
        [
            [("subject", """{"type":"user","id":"alice"}"""), .. Readers[1..]],
            [Readers[0], ("action", Write), Readers[2]],
            [.. Readers[..2], ("resource", Two)],
            [.. Readers[..2], ("resource", ActiveOne)],
            [.. Readers, ("context", Context)],
            [Readers[0], ("action", """{"name":"read","properties":{"n":1}}"""), Readers[2]],
        ];
        foreach (var other in others)
        {
            (await World.AskAsync(Subjects, Body([.. other, ("page", page)]))).ShouldBeRefused(400, "page.token");
        }

        (await World.AskAsync(Resources, Body(("subject", Alice), ("action", Read), ("resource", """{"type":"record"}"""), ("page", page)))).ShouldBeRefused(400, "page.token");
        (await AskAsync(page[..^1] + ""","limit":2}""")).ShouldBeRefused(400, "page.limit");
    }

    [Fact]
    public async Task The_order_of_members_and_white_space_do_not_count()
    {
        var page = PageOf(TokenOf((await World.AskAsync(Subjects, Body(
            [.. Readers[..2], ("resource", """{"type":"record","id":"record-1","properties":{"a":1,"b":{"c":[1.0,"\u0041"]}}}"""), ("page", """{"limit":1}""")]))).Ok()));

        var second = await World.AskAsync(Subjects, Body(
            ("page", page), ("resource", """ { "properties" : {"b":{"c":[1,"A"]},"a":1e0}, "id":"record-1","type":"record" } """), Readers[1], Readers[0]));

        IdsOf(second).ShouldBe(["bob"]);
    }

    [Fact]
    public async Task A_token_of_another_account_is_refused()
    {
        var other = new Asker(await CertificationWorld.LoadAsync(await server.Roster.OpenAccountAsync()));
        var foreign = TokenOf((await other.AskAsync(Subjects, Body([.. Readers, ("page", """{"limit":1}""")]))).Ok());

        (await AskAsync(PageOf(foreign))).ShouldBeRefused(400, "page.token");
        IdsOf(await other.AskAsync(Subjects, Body([.. Readers, ("page", PageOf(foreign))]))).ShouldBe(["bob"]);
    }

    [Fact]
    public async Task Without_a_page_a_thousand_come_at_once_and_a_page_tells_of_more()
    {
        var account = await server.Roster.OpenAccountAsync();
        await Task.WhenAll(Enumerable.Range(0, 1_001).Select(i => account.RegisterUserAsync($"user{i}@example.com", "Account Reviewer", $"u{i:D4}")));
        var asker = new Asker(Knocking.Native(server.Roster, await account.MintKeyAsync(Grants.Check)));
        (string, string)[] search = [("subject", """{"type":"user"}"""), ("action", Read), ("resource", $$"""{"type":"account","id":"{{account.Id}}"}""")];

        var all = (await asker.AskAsync(Subjects, Body(search))).Ok();
        var rest = await asker.AskAsync(Subjects, Body([.. search, ("page", PageOf(TokenOf(all)))]));
        var hundred = await asker.AskAsync(Subjects, Body([.. search, ("page", "{}")]));

        all.GetProperty("results").GetArrayLength().ShouldBe(1_000);
        IdsOf(rest).ShouldBe(["u1000"]);
        IdsOf(hundred).ShouldBe(Enumerable.Range(0, 100).Select(i => $"u{i:D4}"));
    }

    [Fact]
    public async Task A_walk_finds_whoever_stays_though_others_come_and_go()
    {
        var account = await server.Roster.OpenAccountAsync();
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => account.RegisterUserAsync($"user{i}@example.com", "Account Reviewer", $"u{i:D4}")));
        var asker = new Asker(Knocking.Native(server.Roster, await account.MintKeyAsync(Grants.Check)));
        (string, string)[] search = [("subject", """{"type":"user"}"""), ("action", Read), ("resource", $$"""{"type":"account","id":"{{account.Id}}"}""")];
        var (found, page, round) = (new List<string?>(), """{"limit":7}""", 0);
        while (page.Length > 0)
        {
            var answer = (await asker.AskAsync(Subjects, Body([.. search, ("page", page)]))).Ok();
            found.AddRange(answer.GetProperty("results").EnumerateArray().Select(result => result.GetProperty("id").GetString()));
            await account.DeleteUserAsync(new($"u{round * 2:D4}"));
            await account.RegisterUserAsync($"new{round}@example.com", "Account Reviewer", $"a{round++:D4}");
            page = TokenOf(answer).Length > 0 ? PageOf(TokenOf(answer)) : "";
        }

        found.Distinct().Count().ShouldBe(found.Count);
        Enumerable.Range(0, 40).Where(i => i % 2 == 1 || i >= round * 2).Select(i => $"u{i:D4}").ShouldBeSubsetOf(found!);
    }

    private static string PageOf(string token) => $$"""{"token":"{{token}}"}""";

    private static string TokenOf(JsonElement answer) => answer.GetProperty("page").GetProperty("next_token").GetString()!;

    private static string[] IdsOf(Answer answer) => answer.Found(Subjects);

    private Task<Answer> AskAsync(string page) => World.AskAsync(Subjects, Body([.. Readers, ("page", page)]));
}
