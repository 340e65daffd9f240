using System.Globalization;

namespace Roster.Tests.Sdk.Odd;

/// <summary>Lists end, whatever the server says about the next page.</summary>
public sealed class PagingTests
{
    [Theory]
    [InlineData("""{"code":"Success","data":{"items":[{"id":"a"}],"next_cursor":"c"}}""")]
    [InlineData("""{"code":"Success","data":{"items":[{"id":"a"}],"nextCursor":"c"}}""")]
    [InlineData("""{"data":{"next_cursor":"c","items":[{"id":"a"}],"nextCursor":null}}""")]
    [InlineData("""{"items":[{"id":"a"}],"nextCursor":"c"}""")]
    public async Task A_next_page_is_asked_for_however_the_cursor_is_spelled(string first)
    {
        await using var server = new OddServer(Turns.Json(200, first), Turns.Json(200, """{"data":{"items":[{"id":"b"}]}}"""));
        using var client = server.Fivetran();

        (await Ids(client)).ShouldBe(["a", "b"]);
        server.Requests.Select(asked => asked.Target).ShouldBe(["/v1/users?limit=1000", "/v1/users?limit=1000&cursor=c"]);
    }

    [Theory]
    [InlineData("""{"code":"Success","data":{"items":[{"id":"a"}]}}""")]
    [InlineData("""{"code":"Success","data":{"items":[{"id":"a"}],"next_cursor":null}}""")]
    [InlineData("""{"code":"Success","data":{"items":[{"id":"a"}],"next_cursor":""}}""")]
    [InlineData("""{"code":"Success","data":{"items":[{"id":"a"}],"next_cursor":7}}""")]
    [InlineData("""{"code":"Success","data":[{"id":"a"}]}""")]
    [InlineData("""{"items":[{"id":"a"},null]}""")]
    [InlineData("""[{"id":"a"}]""")]
    public async Task A_last_page_is_the_last_however_it_says_so(string only)
    {
        await using var server = new OddServer(Turns.Json(200, only));
        using var client = server.Fivetran();

        (await Ids(client)).ShouldBe(["a"]);
        server.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("""{"code":"Success","data":{"items":[]}}""")]
    [InlineData("""{"code":"Success","data":{"items":null}}""")]
    [InlineData("""{"code":"Success","data":{"items":[],"next_cursor":null}}""")]
    [InlineData("[]")]
    public async Task A_list_can_be_empty(string answer)
    {
        await using var server = new OddServer(Turns.Json(200, answer));
        using var client = server.Fivetran();

        (await Ids(client)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"code":"Success"}""")]
    [InlineData("""{"code":"Success","data":{"users":{"id":"a"}}}""")]
    [InlineData("""{"code":"Success","data":"users"}""")]
    [InlineData("""{"data":{"items":{}}}""")]
    [InlineData("""{"data":{"items":["a"]}}""")]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("")]
    public async Task What_is_no_list_is_refused(string answer)
    {
        await using var server = new OddServer(Turns.Json(200, answer));
        using var client = server.Fivetran();

        var refused = await Should.ThrowAsync<RosterException>(() => Ids(client));

        refused.ShouldSatisfyAllConditions(() => refused.Code.ShouldBe(RosterException.UnreadableAnswer), () => refused.RawBody.ShouldBe(answer));
    }

    [Fact]
    public async Task A_cursor_that_leads_to_itself_ends_the_list()
    {
        await using var server = new OddServer(Page("c", "a"));
        using var client = server.Fivetran();

        await EndsAsync(client, ["a", "a"]);
        server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Cursors_that_lead_around_end_the_list()
    {
        await using var server = new OddServer(Page("2", "a"), Page("3", "b"), Page("1", "c"), Page("2", "a"));
        using var client = server.Fivetran();

        await EndsAsync(client, ["a", "b", "c", "a"]);
    }

    [Fact]
    public async Task New_cursors_to_the_same_page_end_the_list()
    {
        var page = 0;
        await using var server = new OddServer(async (asked, stream, stop) => await Page($"c{++page}", "a", "b")(asked, stream, stop));
        using var client = server.Fivetran();

        await EndsAsync(client, ["a", "b", "a", "b", "a", "b", "a", "b"]);
    }

    [Fact]
    public async Task New_cursors_to_nothing_end_the_list()
    {
        var page = 0;
        await using var server = new OddServer(async (asked, stream, stop) => await Page($"c{++page}")(asked, stream, stop));
        using var client = server.Native();

        (await Should.ThrowAsync<RosterException>(async () => await client.Keys.ListAsync().ToListAsync())).Code.ShouldBe(RosterException.EndlessList);
        server.Requests.Count.ShouldBe(101);
    }

    [Fact]
    public async Task A_page_may_be_empty_or_seen_before_and_the_list_still_be_whole()
    {
        await using var server = new OddServer(Page("1", "a"), Page("2"), Page("3", "a"), Page("4"), Turns.Json(200, """{"items":[{"id":"b"}]}"""));
        using var client = server.Fivetran();

        (await Ids(client)).ShouldBe(["a", "a", "b"]);
    }

    [Fact]
    public async Task A_log_that_does_not_go_on_ends()
    {
        await using var server = new OddServer(Turns.Json(200, """{"items":[{"revision":1}],"nextAfter":0}"""));
        using var client = server.Native();

        (await Should.ThrowAsync<RosterException>(async () => await client.Changes.ListAsync().ToListAsync())).Code.ShouldBe(RosterException.EndlessList);
        (await Should.ThrowAsync<RosterException>(async () => await client.Changes.FollowAsync().ToListAsync())).Code.ShouldBe(RosterException.EndlessList);
    }

    [Fact]
    public async Task Nothing_is_asked_for_that_nobody_reads()
    {
        await using var server = new OddServer(Page("c", "a", "b"));
        using var client = server.Fivetran();
        var users = client.UserManagement.ListAllUsersAsync(pageSize: 2);
        server.Requests.ShouldBeEmpty();

        (await users.Take(2).Select(user => user.Id).ToListAsync()).ShouldBe(["a", "b"]);

        server.Request.Target.ShouldBe("/v1/users?limit=2");
    }

    [Fact]
    public async Task Reading_can_go_on_later_where_it_stopped()
    {
        await using var server = new OddServer(Page("c", "a"), Turns.Json(200, """{"items":[{"id":"b"}]}"""));
        using var client = server.Fivetran();

        var first = await client.UserManagement.ListAllUsersAsync().PagesAsync().FirstAsync();
        var rest = await client.UserManagement.ListAllUsersAsync().PagesAsync(first.NextCursor).SingleAsync();

        rest.Items.Select(user => user.Id).ShouldBe(["b"]);
        rest.NextCursor.ShouldBeNull();
        server.Requests.Last().Target.ShouldEndWith("cursor=c");
    }

    [Fact]
    public async Task What_was_read_before_a_failure_was_read()
    {
        await using var server = new OddServer(Page("c", "a"), Turns.Json(403, """{"code":"Forbidden","message":"no"}"""));
        using var client = server.Fivetran();
        var seen = new List<string>();

        var refused = await Should.ThrowAsync<RosterException>(() => ReadAsync(client, seen));

        seen.ShouldBe(["a"]);
        refused.Code.ShouldBe("Forbidden");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_cancels_reads_no_further(bool inTheCall)
    {
        var page = 0;
        await using var server = new OddServer(async (asked, stream, stop) => await Page($"c{++page}", page.ToString(CultureInfo.InvariantCulture))(asked, stream, stop));
        using var client = server.Fivetran();
        using var stop = new CancellationTokenSource();
        var users = client.UserManagement.ListAllUsersAsync(cancellationToken: inTheCall ? stop.Token : default).WithCancellation(inTheCall ? default : stop.Token);

        await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            await foreach (var user in users)
            {
                await (user.Id == "3" ? stop.CancelAsync() : Task.CompletedTask);
            }
        });

        server.Requests.Count.ShouldBe(3);
    }

    private static Turn Page(string cursor, params string[] ids) => Turns.Json(
        200, $$"""{"items":[{{string.Join(',', ids.Select(id => $$"""{"id":"{{id}}"}"""))}}],"nextCursor":"{{cursor}}"}""");

    private static async Task<List<string>> Ids(FivetranClient client) =>
        await client.UserManagement.ListAllUsersAsync().Select(user => user.Id).ToListAsync();

    private static async Task EndsAsync(FivetranClient client, string[] ids)
    {
        var seen = new List<string>();
        (await Should.ThrowAsync<RosterException>(() => ReadAsync(client, seen))).Code.ShouldBe(RosterException.EndlessList);
        seen.ShouldBe(ids);
    }

    private static async Task ReadAsync(FivetranClient client, List<string> seen)
    {
        await foreach (var user in client.UserManagement.ListAllUsersAsync())
        {
            seen.Add(user.Id);
        }
    }
}
