using Roster.Core.Keys;
using Roster.Core.Values;

namespace Roster.Tests.Http.Native;

/// <summary>A membership with an end is there until the microsecond before it, and is none from then on, at every door. Each test has a clock of its own.</summary>
public sealed class EndTests : IAsyncLifetime
{
    private RosterServer _roster = null!;
    private World _world = null!;
    private Instant _end;

    public async ValueTask InitializeAsync()
    {
        _roster = await RosterServer.StartAsync();
        _world = await World.MakeAsync(_roster);
        _end = new Instant(_roster.Clock.Now.Plus(TimeSpan.FromHours(1)).Microseconds + 7);
    }

    public ValueTask DisposeAsync() => _roster.DisposeAsync();

    private string Org => _world.Account.Id.Value;

    private async Task GiveAllAsync()
    {
        foreach (var (place, role) in new[]
        {
            ($"account/{Org}", "Account Analyst"), ("organization/org-lab", "Organization Member"),
            ("group/staging", "Edit Destination"), ("connector/orders", "Edit Connection"),
        })
        {
            var answer = await PutAsync(place, $$"""{"role":"{{role}}","expiresAt":"{{_end.ToDateTimeOffset():yyyy-MM-ddTHH:mm:ss.ffffff}}Z"}""");
            answer.Status.ShouldBeLessThan(300);
        }
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    public async Task It_is_seen_at_every_door_alike(long after, bool held)
    {
        await GiveAllAsync();
        await AskEverywhereAsync();

        _roster.Clock.Set(new Instant(_end.Microseconds + after));

        foreach (var (door, sees) in await AskEverywhereAsync())
        {
            sees.ShouldBe(held, door);
        }
    }

    [Fact]
    public async Task Giving_it_again_begins_a_new_one_without_an_end()
    {
        await GiveAllAsync();
        _roster.Clock.Set(_end);

        var native = await PutAsync("group/staging", """{"role":"View Destination"}""");
        var fivetran = await _world.Account.Fivetran.PostAsync("/v1/users/mary/connections", """{"id":"orders","role":"View Connection"}""");
        var whylabs = await _world.Account.WhyLabs.PatchAsync(
            $"/v0/accounts/org/{Org}/memberships?managed_org_id=org-lab&role=VIEWER", """{"userIdsToAdd":["mary"],"userIdsToDelete":[]}""");

        native.Status.ShouldBe(201);
        fivetran.Status.ShouldBe(201);
        whylabs.Status.ShouldBe(200);
        foreach (var place in new[] { "group/staging", "connector/orders", "organization/org-lab" })
        {
            var membership = (await _world.Admin.GetAsync($"/api/memberships/{place}/mary")).Json;
            membership.GetProperty("expiresAt").GetString().ShouldBeNull();
            membership.GetProperty("createdAt").GetString().ShouldBe($"{_end.ToDateTimeOffset():yyyy-MM-ddTHH:mm:ss.ffffff}Z");
        }
    }

    [Fact]
    public async Task A_door_that_cannot_say_an_end_keeps_it()
    {
        await GiveAllAsync();

        (await _world.Account.Fivetran.PatchAsync("/v1/users/mary", """{"role":"Account Reviewer"}""")).Status.ShouldBe(200);
        (await _world.Account.Fivetran.PatchAsync("/v1/users/mary/groups/staging", """{"role":"Manage Destination"}""")).Status.ShouldBe(200);
        (await _world.Account.WhyLabs.PatchAsync(
            $"/v0/accounts/org/{Org}/memberships?managed_org_id=org-lab&role=ADMIN", """{"userIdsToAdd":["mary"],"userIdsToDelete":[]}""")).Status.ShouldBe(200);

        foreach (var (place, role) in new[] { ($"account/{Org}", "Account Reviewer"), ("group/staging", "Manage Destination"), ("organization/org-lab", "Organization Admin") })
        {
            var membership = (await _world.Admin.GetAsync($"/api/memberships/{place}/mary")).Json;
            membership.GetProperty("role").GetString().ShouldBe(role);
            membership.GetProperty("expiresAt").GetString().ShouldBe($"{_end.ToDateTimeOffset():yyyy-MM-ddTHH:mm:ss.ffffff}Z");
        }
    }

    [Theory]
    [InlineData(-1, 200)]
    [InlineData(0, 403)]
    public async Task The_rights_of_an_owners_key_end_with_the_role(long after, int status)
    {
        await _world.Account.GiveRoleAsync(World.Mary, _world.Account.Scope, "Account Administrator", _end);
        var key = await _world.Account.MintKeyAsync(Grants.Admin, owner: World.Mary);
        (await Knocking.Native(_roster, key).GetAsync("/api/users")).Status.ShouldBe(200);

        _roster.Clock.Set(new Instant(_end.Microseconds + after));

        (await Knocking.Native(_roster, key).GetAsync("/api/users")).Status.ShouldBe(status);
        (await Knocking.Fivetran(_roster, key).GetAsync("/v1/users")).Status.ShouldBe(status);
        (await Knocking.WhyLabs(_roster, key).GetAsync($"/v0/accounts/org/{Org}/users")).Status.ShouldBe(status);
        (await Knocking.Native(_roster, key).PatchAsync("/api/users/grace", """{"phone":"1"}""")).Status.ShouldBe(status);
    }

    [Fact]
    public async Task Who_holds_a_role_with_an_end_is_no_owner()
    {
        await _world.Account.GiveRoleAsync(World.Mary, _world.Account.Scope, "Account Administrator", _end);

        (await _world.Admin.DeleteAsync("/api/users/ada")).Status.ShouldBe(409);
        (await PutAsync($"account/{Org}", """{"role":"Account Administrator","expiresAt":null}""")).Status.ShouldBe(200);
        (await _world.Admin.DeleteAsync("/api/users/ada")).Status.ShouldBe(204);
    }

    private Task<Answer> PutAsync(string place, string body) => _world.Admin.PutAsync($"/api/memberships/{place}/mary", body);

    /// <summary>Twice over, so that kept answers are asked for too: the second time is what counts.</summary>
    private async Task<IReadOnlyList<(string Question, bool Sees)>> AskEverywhereAsync()
    {
        var (native, fivetran, whylabs) = (_world.Admin, _world.Account.Fivetran, _world.Account.WhyLabs);
        (string Question, Knocking Door, string Target, string Sees)[] questions =
        [
            .. new[] { $"account/{Org}", "organization/org-lab", "group/staging", "connector/orders" }.SelectMany(place => new (string, Knocking, string, string)[]
            {
                ($"native, {place}", native, $"/api/memberships/{place}/mary", "\"role\":"),
                ($"native, list of {place}", native, $"/api/memberships?kind={place.Split('/')[0]}&scopeId={place.Split('/')[1]}", "\"mary\""),
            }),
            ("native, a user's", native, "/api/memberships?userId=mary", "\"mary\""),
            ("native, a user", native, "/api/users/mary", "Account Analyst"),
            ("native, users", native, "/api/users", "Account Analyst"),
            ("fivetran, a user", fivetran, "/v1/users/mary", "Account Analyst"),
            ("fivetran, users", fivetran, "/v1/users", "Account Analyst"),
            ("fivetran, a user's groups", fivetran, "/v1/users/mary/groups", "staging"),
            ("fivetran, a user's group", fivetran, "/v1/users/mary/groups/staging", "Edit Destination"),
            ("fivetran, a group's users", fivetran, "/v1/groups/staging/users", "\"mary\""),
            ("fivetran, whom the account role brings into a group", fivetran, "/v1/groups/warehouse/users", "\"mary\""),
            ("fivetran, a user's connections", fivetran, "/v1/users/mary/connections", "orders"),
            ("fivetran, a user's connectors", fivetran, "/v1/users/mary/connectors", "orders"),
            ("whylabs, memberships", whylabs, $"/v0/accounts/org/{Org}/memberships?user_id=mary", "\"mary\""),
            ("whylabs, an organization's", whylabs, $"/v0/accounts/org/{Org}/memberships?managed_org_id=org-lab", "\"mary\""),
            ("whylabs, a level's", whylabs, $"/v0/accounts/org/{Org}/memberships?role=MEMBER", "\"mary\""),
        ];

        var seen = new List<(string, bool)>();
        foreach (var (question, door, target, sees) in questions)
        {
            await door.GetAsync(target);
            seen.Add((question, (await door.GetAsync(target)).Text.Contains(sees)));
        }

        return seen;
    }
}
