using System.Net;
using Roster.Sdk.Native;
using Roster.Sdk.Transport;

namespace Roster.Tests.Sdk.Odd;

/// <summary>What is asked again, how often, and after how long.</summary>
public sealed class RetryTests
{
    private const string Fine = """{"code":"Success","message":"fine","data":{"id":"u"}}""";

    private const string Busy = """{"code":"TooManyRequests","message":"later"}""";

    public static TheoryData<int> Passing => [502, 503, 504];

    public static TheoryData<string> Losses => ["hang up", "reset", "head", "body", "chunk"];

    [Theory]
    [InlineData("2", 2.0)]
    [InlineData("Tue, 01 Jan 2030 00:00:30 GMT", 30.0)]
    [InlineData("Mon, 31 Dec 2029 23:59:00 GMT", 0.0)]
    [InlineData(" 0 ", 0.0)]
    public async Task A_server_that_says_how_long_to_wait_is_waited_for(string retryAfter, double seconds)
    {
        await using var server = new OddServer(Turns.Json(429, Busy, $"Retry-After: {retryAfter}"), Turns.Json(200, Fine));
        var clock = new HastyClock();
        using var client = Fivetran(server, clock);

        (await client.UserManagement.GetUserDetailsAsync("u")).Id.ShouldBe("u");

        server.Requests.Count.ShouldBe(2);
        var waited = clock.Waits.ShouldHaveSingleItem().TotalSeconds;
        waited.ShouldBeInRange(seconds, seconds + 1);
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("-5")]
    [InlineData("1.5")]
    [InlineData("")]
    public async Task A_server_that_says_it_badly_is_asked_again_soon(string retryAfter)
    {
        await using var server = new OddServer(Turns.Json(429, Busy, $"Retry-After: {retryAfter}"), Turns.Json(200, Fine));
        var clock = new HastyClock();
        using var client = Fivetran(server, clock);

        await client.UserManagement.GetUserDetailsAsync("u");

        clock.Waits.ShouldHaveSingleItem().TotalSeconds.ShouldBeInRange(0.125, 0.25);
    }

    [Theory]
    [InlineData("61", 61)]
    [InlineData("Thu, 31 Dec 2099 23:59:59 GMT", 2_208_988_799)]
    [InlineData("99999999999999999999999999", 3_153_600_000)]
    public async Task A_server_that_asks_for_too_long_is_not_asked_again(string retryAfter, long seconds)
    {
        await using var server = new OddServer(Turns.Json(429, Busy, $"Retry-After: {retryAfter}"));
        using var client = Fivetran(server, new HastyClock());

        var refused = await Should.ThrowAsync<RosterException>(() => client.UserManagement.GetUserDetailsAsync("u"));

        server.Requests.Count.ShouldBe(1);
        refused.ShouldSatisfyAllConditions(
            () => refused.Status.ShouldBe(HttpStatusCode.TooManyRequests),
            () => refused.Code.ShouldBe("TooManyRequests"),
            () => refused.Message.ShouldBe("later"),
            () => refused.RetryAfter.ShouldBe(TimeSpan.FromSeconds(seconds)));
    }

    [Fact]
    public async Task What_was_refused_for_too_many_requests_was_not_done_so_any_call_is_made_again()
    {
        await using var server = new OddServer(Turns.Json(429, Busy, "Retry-After: 1"), Turns.Json(201, Fine));
        using var client = server.Fivetran(retries: 1);

        await client.UserManagement.CreateUserAsync(new("a@example.com", "A", "B"));

        server.Requests.Select(asked => asked.Body).Distinct().ShouldHaveSingleItem();
        server.Requests.Count.ShouldBe(2);
    }

    [Theory, MemberData(nameof(Passing))]
    public async Task A_server_in_trouble_is_asked_again_and_again_but_not_for_ever(int status)
    {
        await using var server = new OddServer(Turns.Answer(status, "text/html", "<html>trouble</html>"));
        var clock = new HastyClock();
        using var client = Fivetran(server, clock);

        var failed = await Should.ThrowAsync<RosterException>(() => client.UserManagement.GetUserDetailsAsync("u"));

        server.Requests.Count.ShouldBe(4);
        failed.ShouldSatisfyAllConditions(
            () => failed.Attempts.ShouldBe(4),
            () => ((int?)failed.Status).ShouldBe(status),
            () => failed.RawBody.ShouldBe("<html>trouble</html>"));
        var waits = clock.Waits.Select(wait => wait.TotalSeconds).ToList();
        waits[0].ShouldBeInRange(0.125, 0.25);
        waits[1].ShouldBeInRange(0.25, 0.5);
        waits[2].ShouldBeInRange(0.5, 1);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(500)]
    [InlineData(501)]
    [InlineData(302)]
    public async Task What_would_be_refused_again_is_asked_once(int status)
    {
        await using var server = new OddServer(Turns.Json(status, """{"code":"X","message":"no"}""", "Location: http://127.0.0.1:1/"));
        using var client = server.Fivetran(retries: 3);

        var refused = await Should.ThrowAsync<RosterException>(() => client.UserManagement.GetUserDetailsAsync("u"));

        server.Requests.Count.ShouldBe(1);
        ((int?)refused.Status).ShouldBe(status);
    }

    [Theory, MemberData(nameof(Losses))]
    public async Task An_answer_that_got_lost_is_asked_for_again(string loss)
    {
        await using var server = new OddServer(Lose(loss), Lose(loss), Turns.Json(200, Fine));
        using var client = server.Fivetran(retries: 2);

        (await client.UserManagement.GetUserDetailsAsync("u")).Id.ShouldBe("u");
        server.Requests.Count.ShouldBe(3);
    }

    [Theory, MemberData(nameof(Losses))]
    public async Task What_may_have_been_done_is_not_done_twice(string loss)
    {
        await using var server = new OddServer(Lose(loss));
        using var client = server.Fivetran(retries: 3);

        var lost = await Should.ThrowAsync<RosterException>(() => client.UserManagement.CreateUserAsync(new("a@example.com", "A", "B")));

        server.Requests.Count.ShouldBe(1);
        lost.ShouldSatisfyAllConditions(
            () => lost.Code.ShouldBe(RosterException.ConnectionLost), () => lost.Status.ShouldBeNull(), () => lost.InnerException.ShouldNotBeNull());
        await Should.ThrowAsync<RosterException>(() => client.UserManagement.ModifyUserAsync("u", new()));
        server.Requests.Count.ShouldBe(2);
    }

    [Theory, MemberData(nameof(Losses))]
    public async Task Nor_is_what_is_all_said_without_a_body(string loss)
    {
        await using var server = new OddServer(Lose(loss));
        using var client = server.WhyLabs(retries: 3);

        await Should.ThrowAsync<RosterException>(() => client.ApiKeys.CreateAsync(new() { Alias = "ci" }));
        server.Requests.Count.ShouldBe(1);
        await Should.ThrowAsync<RosterException>(() => client.Organizations.CreateMembershipAsync("org-1", "a@example.com", Roster.Sdk.WhyLabs.Role.Viewer));
        server.Requests.Count.ShouldBe(2);
    }

    [Theory, MemberData(nameof(Losses))]
    public async Task No_write_is_made_more_often_than_it_says(string loss)
    {
        await using var server = new OddServer(Lose(loss));
        using var client = server.Fivetran(retries: 1);

        var lost = await Should.ThrowAsync<RosterException>(() => client.UserManagement.DeleteUserAsync("u"));

        server.Requests.Count.ShouldBe(2);
        lost.Attempts.ShouldBe(2);
    }

    [Theory, MemberData(nameof(Passing))]
    public async Task Nor_after_an_answer_that_leaves_it_open(int status)
    {
        await using var server = new OddServer(Turns.Json(status, Busy));
        using var client = server.WhyLabs(retries: 3);

        await Should.ThrowAsync<RosterException>(() => client.Account.CreateUserAsync("org-1", new("a@example.com")));
        server.Requests.Count.ShouldBe(1);
        await Should.ThrowAsync<RosterException>(() => client.Account.DeleteUserAsync("org-1", "u"));
        server.Requests.Count.ShouldBe(5);
    }

    [Theory, MemberData(nameof(Losses))]
    public async Task At_Roster_any_write_is_made_again_under_the_same_name(string loss)
    {
        await using var server = new OddServer(Lose(loss), Turns.Json(503, "{}"), Turns.Json(201, """{"id":"u","userName":"a"}"""));
        using var client = server.Native(retries: 2);

        await client.Users.CreateAsync(new NewUser("a"));
        await client.Users.CreateAsync(new NewUser("a"));
        await client.Users.ChangeAsync("u", new UserChange(), new WriteOptions { IdempotencyKey = "mine" });

        var names = server.Requests.Select(asked => asked.Header("Idempotency-Key")).ToList();
        names.Count.ShouldBe(5);
        names.Take(3).Distinct().ShouldHaveSingleItem().ShouldNotBeNullOrEmpty();
        names[3].ShouldNotBe(names[0]);
        names[4].ShouldBe("mine");
    }

    [Fact]
    public async Task Where_nobody_listens_nothing_was_done_so_it_is_tried_again()
    {
        Uri address;
        await using (var server = new OddServer(Turns.HangUp))
        {
            address = server.Address;
        }

        using var client = new WhyLabsClient("key", new() { BaseAddress = address, MaxRetries = 2, TimeProvider = new HastyClock(), Timeout = Timeout.InfiniteTimeSpan });

        var failed = await Should.ThrowAsync<RosterException>(() => client.Account.CreateUserAsync("org-1", new("a@example.com")));

        failed.ShouldSatisfyAllConditions(
            () => failed.Code.ShouldBe(RosterException.ConnectionFailed), () => failed.Attempts.ShouldBe(3), () => failed.RawBody.ShouldBeNull());
    }

    [Fact]
    public void Waits_grow_and_are_never_all_the_same()
    {
        Waiting.For(1, null, 0).ShouldBe(TimeSpan.FromSeconds(0.125));
        Waiting.For(1, null, 1).ShouldBe(TimeSpan.FromSeconds(0.25));
        Waiting.For(30, null, 1).ShouldBe(TimeSpan.FromSeconds(8));
        Waiting.For(1, TimeSpan.FromSeconds(2), 0).ShouldBe(TimeSpan.FromSeconds(2));
        Waiting.For(1, TimeSpan.FromSeconds(2), 1).ShouldBe(TimeSpan.FromSeconds(2.2));
        Waiting.For(1, TimeSpan.FromMinutes(2), 1).ShouldBe(TimeSpan.FromSeconds(121));
    }

    private static FivetranClient Fivetran(OddServer server, HastyClock clock) =>
        new("id", "secret", new() { BaseAddress = server.Address, TimeProvider = clock, Timeout = Timeout.InfiniteTimeSpan });

    private static Turn Lose(string how) => how switch
    {
        "hang up" => Turns.HangUp,
        "reset" => Turns.Reset,
        "head" => Turns.CutInTheHead,
        "body" => Turns.CutInTheBody,
        _ => Turns.CutInAChunk,
    };
}
