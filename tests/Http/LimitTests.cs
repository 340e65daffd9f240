using System.Globalization;
using Roster.Core.Keys;

namespace Roster.Tests.Http;

public sealed class LimitTests
{
    [Fact]
    public async Task Without_a_limit_nothing_is_counted_and_nothing_is_shown()
    {
        await using var server = await RosterServer.StartAsync();
        for (var i = 0; i < 50; i++)
        {
            (await server.First.Fivetran.GetAsync("/v1/users")).Header("X-Rate-Limit").ShouldBeNull();
        }
    }

    [Fact]
    public async Task Each_key_has_its_own_hour()
    {
        await using var server = await LimitedAsync("ROSTER_RATE_LIMIT", 3);
        var other = Knocking.Fivetran(server, await server.First.MintKeyAsync(Grants.Read));
        string[] targets = ["/v1/users", "/v1/users", "/v1/nothing"];
        foreach (var (target, left) in targets.Zip([2, 1, 0]))
        {
            var answer = await server.First.Fivetran.GetAsync(target);
            answer.Header("X-Rate-Limit").ShouldBe("3");
            answer.Header("X-Rate-Limit-Remaining").ShouldBe($"{left}");
        }

        var refused = await server.First.Fivetran.GetAsync("/v1/users");
        refused.Status.ShouldBe(429);
        refused.Header("X-Rate-Limit-Remaining").ShouldBe("0");
        (await server.First.Native.GetAsync("/api/users")).Status.ShouldBe(429);
        (await server.First.WhyLabs.GetAsync("/v0/accounts/org/org-test/users")).Status.ShouldBe(429);
        (await other.GetAsync("/v1/users")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Retry_after_says_to_the_second_when_there_is_room_again()
    {
        await using var server = await LimitedAsync("ROSTER_RATE_LIMIT", 2);
        (await server.First.Fivetran.GetAsync("/v1/users")).Status.ShouldBe(200);
        server.Clock.Advance(TimeSpan.FromMinutes(10));
        (await server.First.Fivetran.GetAsync("/v1/users")).Status.ShouldBe(200);
        server.Clock.Advance(TimeSpan.FromMinutes(10));

        var refused = await server.First.Fivetran.GetAsync("/v1/users");
        refused.Status.ShouldBe(429);
        var seconds = int.Parse(refused.Header("Retry-After")!, CultureInfo.InvariantCulture);
        seconds.ShouldBeInRange(39 * 60, 40 * 60);

        server.Clock.Advance(TimeSpan.FromSeconds(seconds - 1));
        (await server.First.Fivetran.GetAsync("/v1/users")).Status.ShouldBe(429);
        server.Clock.Advance(TimeSpan.FromSeconds(1));
        (await server.First.Fivetran.GetAsync("/v1/users")).Status.ShouldBe(200);
        (await server.First.Fivetran.GetAsync("/v1/users")).Status.ShouldBe(429);
    }

    [Fact]
    public async Task New_users_are_counted_by_account_and_only_when_they_are_tried()
    {
        await using var server = await LimitedAsync("ROSTER_USER_CREATION_LIMIT", 2);
        var other = await server.OpenAccountAsync();
        (await CreateAsync(server.First, "a@example.com")).Status.ShouldBe(201);
        (await CreateAsync(server.First, "no address")).Status.ShouldBe(400);
        (await CreateAsync(server.First, "b@example.com")).Status.ShouldBe(201);

        var refused = await CreateAsync(server.First, "c@example.com");

        refused.Status.ShouldBe(429);
        refused.Header("Retry-After").ShouldNotBeNull();
        (await CreateAsync(other, "c@example.com")).Status.ShouldBe(201);
        (await server.First.Fivetran.GetAsync("/v1/users")).Status.ShouldBe(200);
        server.Clock.Advance(TimeSpan.FromHours(1));
        (await CreateAsync(server.First, "c@example.com")).Status.ShouldBe(201);
    }

    private static Task<Answer> CreateAsync(TestAccount account, string email) => account.Fivetran.PostAsync(
        "/v1/users", $$"""{"email":"{{email}}","given_name":"A","family_name":"B","role":"Account Reviewer"}""");

    private static Task<RosterServer> LimitedAsync(string setting, int limit) => RosterServer.StartAsync(
        new() { Settings = new Dictionary<string, string> { [setting] = $"{limit}" } });
}
