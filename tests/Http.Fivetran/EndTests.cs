using Roster.Core.Scopes;
using Roster.Testing;

namespace Roster.Tests.Http.Fivetran;

/// <summary>A membership that another door gave an end is none after it, and this door, which cannot say an end, keeps it.</summary>
public sealed class EndTests : IAsyncLifetime
{
    private RosterServer? _server;
    private World? _world;

    private RosterServer Server => _server!;

    private World World => _world!;

    public async ValueTask InitializeAsync()
    {
        _server = await RosterServer.StartAsync();
        _world = await World.MakeAsync(_server);
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    [Fact]
    public async Task After_its_end_a_membership_in_a_group_is_nowhere_and_can_be_made_anew()
    {
        await World.GiveAsync("mary", ScopeId.Group("still_lake"), "Edit Destination", Server.Clock.Now.Plus(TimeSpan.FromHours(1)));
        (await AskAsync("GET /v1/users/mary/groups")).Ids.ShouldBe(["still_lake"]);
        (await AskAsync("GET /v1/groups/still_lake/users")).Ids.ShouldContain("mary");

        Server.Clock.Advance(TimeSpan.FromHours(1));

        (await AskAsync("GET /v1/users/mary/groups")).Ids.ShouldBeEmpty();
        (await AskAsync("GET /v1/groups/still_lake/users")).Ids.ShouldNotContain("mary");
        (await AskAsync("GET /v1/users/mary/groups/still_lake")).Code.ShouldBe("NotFound");
        (await AskAsync("PATCH /v1/users/mary/groups/still_lake", """{"role":"View Destination"}""")).Code.ShouldBe("NotFound");
        (await AskAsync("DELETE /v1/users/mary/groups/still_lake")).Code.ShouldBe("NotFound");
        (await AskAsync("POST /v1/users/mary/groups", """{"id":"still_lake","role":"View Destination"}""")).ShouldBe(
            201,
            """{"code":"Success","message":"Group membership has been created","data":{"id":"still_lake","role":"View Destination","created_at":"2026-03-03T11:00:00.123456Z"}}""");
        Server.Clock.Advance(TimeSpan.FromDays(1_000));
        (await AskAsync("GET /v1/users/mary/groups")).Ids.ShouldBe(["still_lake"]);
    }

    [Fact]
    public async Task A_change_of_role_keeps_the_end()
    {
        await World.GiveAsync("mary", ScopeId.Connector("warm_river"), "Edit Connection", Server.Clock.Now.Plus(TimeSpan.FromHours(1)));
        await World.GiveRoleInAccountAsync("mary", "Account Reviewer", Server.Clock.Now.Plus(TimeSpan.FromHours(1)));

        await AskAsync("PATCH /v1/users/mary/connections/warm_river", """{"role":"View Connection"}""");
        await AskAsync("PATCH /v1/users/mary", """{"role":"Account Analyst"}""");

        (await AskAsync("GET /v1/users/mary")).Data.GetProperty("role").GetString().ShouldBe("Account Analyst");
        (await AskAsync("GET /v1/users/mary/connections")).Ids.ShouldBe(["warm_river"]);
        Server.Clock.Advance(TimeSpan.FromHours(1));
        (await AskAsync("GET /v1/users/mary")).ShouldBe(
            200, $$$"""{"code":"Success","message":"User details retrieved successfully","data":{{{Expected.Mary}}}}""");
        (await AskAsync("GET /v1/users/mary/connections")).Ids.ShouldBeEmpty();
    }

    private Task<Answer> AskAsync(string request, string? body = null) =>
        Server.AskAsync(request, World.Admin, body is null ? null : System.Text.Encoding.UTF8.GetBytes(body));
}
