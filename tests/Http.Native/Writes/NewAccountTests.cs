namespace Roster.Tests.Http.Native.Writes;

/// <summary>A new account has no place where its answer could be kept before it is there: its id follows from the request's name.</summary>
public sealed class NewAccountTests : IAsyncLifetime
{
    private const string New = """{"name":"New"}""";
    private RosterServer? _roster;

    private RosterServer Roster => _roster!;

    public async ValueTask InitializeAsync() => _roster = await RosterServer.StartAsync();

    public async ValueTask DisposeAsync() => await Roster.DisposeAsync();

    [Fact]
    public async Task A_repeat_meets_the_same_account_and_another_request_is_refused()
    {
        var first = await OpenAsync(New);
        var again = await OpenAsync(New);

        again.Header("Location").ShouldBe(first.Header("Location"));
        again.Header("Idempotency-Replayed").ShouldBe("true");
        (await OpenAsync("""{"name":"Other"}""")).Status.ShouldBe(422);
        (await CountAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task Of_many_at_once_one_opens_it()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => OpenAsync(New)));

        answers.ShouldAllBe(answer => answer.Status == 201);
        answers.Count(answer => answer.Header("Idempotency-Replayed") is null).ShouldBe(1);
        (await CountAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task After_a_day_the_same_name_opens_another_and_its_repeat_meets_that_one()
    {
        var first = await OpenAsync(New);
        Roster.Clock.Advance(TimeSpan.FromHours(24));

        var second = await OpenAsync(New);
        var again = await OpenAsync(New);

        second.Header("Idempotency-Replayed").ShouldBeNull();
        second.Header("Location").ShouldNotBe(first.Header("Location"));
        again.Header("Location").ShouldBe(second.Header("Location"));
        again.Header("Idempotency-Replayed").ShouldBe("true");
        (await CountAsync()).ShouldBe(3);
    }

    [Fact]
    public async Task Once_it_is_closed_a_repeat_does_not_open_another()
    {
        var first = await OpenAsync(New);
        await Operator.DeleteAsync(first.Header("Location")!);

        var again = await OpenAsync(New);

        again.Status.ShouldBe(409);
        again.Json.GetProperty("type").GetString().ShouldBe("urn:roster:problem:already-answered");
        (await CountAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task Closing_it_is_answered_again_too()
    {
        var place = (await OpenAsync(New)).Header("Location")!;

        var first = await Operator.DeleteAsync(place, ("Idempotency-Key", "the-end"));
        var again = await Operator.DeleteAsync(place, ("Idempotency-Key", "the-end"));

        first.Status.ShouldBe(204);
        again.Status.ShouldBe(204);
        again.Header("Idempotency-Replayed").ShouldBe("true");
        (await Operator.DeleteAsync(place)).Status.ShouldBe(404);
    }

    private Knocking Operator => new(Roster, "Authorization", $"Bearer {RosterServer.OperatorKey}");

    private Task<Answer> OpenAsync(string body) => Operator.PostAsync("/api/accounts", body, ("Idempotency-Key", "a-name"));

    private async Task<int> CountAsync() => (await Operator.GetAsync("/api/accounts")).Json.GetProperty("items").GetArrayLength();
}
