using System.Net;
using System.Net.Sockets;

namespace Roster.Tests.Sdk.Odd;

/// <summary>Servers that take their time, and callers who have had enough. Nothing here waits for ever.</summary>
public sealed class TroubleTests
{
    /// <summary>Short for who waits, and long enough for a request to get to the server on a busy machine.</summary>
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(2);

    public static TheoryData<string> Slownesses => ["no word", "head", "body"];

    [Theory, MemberData(nameof(Slownesses))]
    public async Task An_answer_that_is_not_there_in_time_is_not_waited_for(string how)
    {
        await using var server = new OddServer(Stall(how));
        using var client = new FivetranClient("id", "secret", new() { BaseAddress = server.Address, Timeout = Short, MaxRetries = 1 });

        var late = await Should.ThrowAsync<RosterException>(() => client.UserManagement.GetUserDetailsAsync("u"));

        late.ShouldSatisfyAllConditions(
            () => late.Code.ShouldBe(RosterException.TimedOut),
            () => late.Status.ShouldBeNull(),
            () => late.Attempts.ShouldBe(2),
            () => late.Message.ShouldContain("00:00:02"));
        server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_may_have_been_done_is_not_done_twice()
    {
        await using var server = new OddServer(Turns.Stall());
        using var client = new WhyLabsClient("key", new() { BaseAddress = server.Address, Timeout = Short });

        var late = await Should.ThrowAsync<RosterException>(() => client.Account.CreateUserAsync("org-1", new("a@example.com")));

        late.Code.ShouldBe(RosterException.TimedOut);
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_time_limit_of_an_HttpClient_of_the_callers_is_a_time_limit()
    {
        await using var server = new OddServer(Turns.Stall());
        using var http = new HttpClient { Timeout = Short };
        using var client = new WhyLabsClient("key", new() { BaseAddress = server.Address, HttpClient = http, MaxRetries = 0 });

        (await Should.ThrowAsync<RosterException>(() => client.ApiKeys.ValidateAsync())).Code.ShouldBe(RosterException.TimedOut);
        client.Dispose();
        (await http.GetAsync(new Uri("about:blank")).ContinueWith(task => task.Exception!.InnerException, TaskScheduler.Default)).ShouldNotBeOfType<ObjectDisposedException>();
    }

    [Theory, MemberData(nameof(Slownesses))]
    public async Task Who_cancels_waits_no_longer(string how)
    {
        await using var server = new OddServer(Stall(how));
        using var client = server.WhyLabs(retries: 3);
        using var stop = new CancellationTokenSource();

        var read = client.ApiKeys.ValidateAsync(stop.Token);
        var write = client.Account.CreateUserAsync("org-1", new("a@example.com"), stop.Token);
        while (server.Requests.Count < 2)
        {
            await Task.Yield();
        }

        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => read.WaitAsync(TimeSpan.FromSeconds(60)));
        await Should.ThrowAsync<OperationCanceledException>(() => write.WaitAsync(TimeSpan.FromSeconds(60)));
        server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Who_cancels_does_not_wait_for_the_next_attempt_either()
    {
        await using var server = new OddServer(Turns.Json(429, "{}", "Retry-After: 50"));
        var clock = new StandingClock();
        using var client = new WhyLabsClient("key", new() { BaseAddress = server.Address, TimeProvider = clock, Timeout = Timeout.InfiniteTimeSpan });
        using var stop = new CancellationTokenSource();

        var call = client.Account.ListUsersAsync("org-1", stop.Token);
        await clock.Waiting;
        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => call.WaitAsync(TimeSpan.FromSeconds(60)));
    }

    [Fact]
    public async Task Nor_for_the_log_to_grow()
    {
        await using var server = new OddServer(Turns.Json(200, """{"items":[],"nextAfter":0}"""));
        var clock = new StandingClock();
        using var client = new RosterClient(server.Address, "key", new() { TimeProvider = clock, Timeout = Timeout.InfiniteTimeSpan });
        using var stop = new CancellationTokenSource();

        var following = client.Changes.FollowAsync(cancellationToken: stop.Token).ToListAsync().AsTask();
        await clock.Waiting;
        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => following.WaitAsync(TimeSpan.FromSeconds(60)));
    }

    [Fact]
    public async Task Who_has_cancelled_before_asks_nothing()
    {
        await using var server = new OddServer(Turns.Json(200, "[]"));
        using var client = server.WhyLabs();

        await Should.ThrowAsync<OperationCanceledException>(() => client.Account.ListUsersAsync("org-1", new CancellationToken(canceled: true)));
        server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_answer_without_end_is_not_read_to_the_end()
    {
        await using var server = new OddServer(Turns.Endless);
        using var client = new WhyLabsClient("key", new() { BaseAddress = server.Address, MaxAnswerBytes = 1_000_000 });

        var refused = await Should.ThrowAsync<RosterException>(() => client.Account.ListUsersAsync("org-1"));

        refused.Code.ShouldBe(RosterException.UnreadableAnswer);
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_name_that_leads_nowhere_is_not_asked_again()
    {
        using var client = new WhyLabsClient("key", new() { BaseAddress = new("https://nowhere.invalid"), TimeProvider = new HastyClock(), Timeout = Timeout.InfiniteTimeSpan });

        var failed = await Should.ThrowAsync<RosterException>(() => client.Account.ListUsersAsync("org-1"));

        failed.ShouldSatisfyAllConditions(() => failed.Code.ShouldBe(RosterException.ConnectionFailed), () => failed.Attempts.ShouldBe(1));
    }

    [Fact]
    public async Task A_server_that_does_not_speak_TLS_is_told_nothing()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var answering = AnswerInClearTextAsync(listener);
        var address = new Uri($"https://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        using var client = new WhyLabsClient("key", new() { BaseAddress = address });

        var failed = await Should.ThrowAsync<RosterException>(() => client.Account.ListUsersAsync("org-1"));

        failed.ShouldSatisfyAllConditions(() => failed.Code.ShouldBe(RosterException.ConnectionFailed), () => failed.Attempts.ShouldBe(1), () => failed.Message.ShouldNotContain("inner exception"));
        await answering;
    }

    [Fact]
    public async Task One_client_serves_many_at_once()
    {
        await using var server = new OddServer(Turns.Json(200, """{"id":"u"}"""));
        using var client = server.Fivetran();

        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => client.UserManagement.GetUserDetailsAsync($"u{i}")));

        answers.ShouldAllBe(user => user.Id == "u");
        server.Requests.Select(asked => asked.Target).Distinct().Count().ShouldBe(200);
    }

    private static async Task AnswerInClearTextAsync(TcpListener listener)
    {
        using var client = await listener.AcceptTcpClientAsync();
        await client.GetStream().WriteAsync("HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray());
    }

    private static Turn Stall(string how) => how switch
    {
        "no word" => Turns.Stall(),
        "head" => Turns.Stall("HTTP/1.1 200 OK\r\nContent-"),
        _ => Turns.StallInTheBody,
    };
}
