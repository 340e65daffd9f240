namespace Roster.Tests.Http.Native.Writes;

/// <summary>How long an answer is kept. With a server of its own, whose clock it sets.</summary>
public sealed class DayTests
{
    [Fact]
    public async Task After_a_day_the_name_is_free_again_and_not_before()
    {
        await using var roster = await RosterServer.StartAsync();
        var first = await CreateAsync(roster, "North");

        roster.Clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromMicroseconds(1));
        var late = await CreateAsync(roster, "North");
        roster.Clock.Advance(TimeSpan.FromMicroseconds(1));
        var next = await CreateAsync(roster, "South");

        late.Header("Location").ShouldBe(first.Header("Location"));
        late.Header("Idempotency-Replayed").ShouldBe("true");
        next.Status.ShouldBe(201);
        next.Header("Idempotency-Replayed").ShouldBeNull();
    }

    [Fact]
    public async Task A_restart_forgets_nothing()
    {
        await using var roster = await RosterServer.StartAsync();
        var first = await CreateAsync(roster, "North");
        await roster.RestartAsync();

        var again = await CreateAsync(roster, "North");

        again.Text.ShouldBe(first.Text);
        again.Header("ETag").ShouldBe(first.Header("ETag"));
        again.Header("Idempotency-Replayed").ShouldBe("true");
    }

    private static Task<Answer> CreateAsync(RosterServer roster, string name) =>
        roster.First.Native.PostAsync("/api/groups", $$"""{"name":"{{name}}"}""", ("Idempotency-Key", "a-name"));
}
