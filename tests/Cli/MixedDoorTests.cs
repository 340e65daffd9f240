namespace Roster.Tests.Cli;

/// <summary>What is typed is seen through every other door, and what comes through those is shown.</summary>
public sealed class MixedDoorTests(CliServer server)
{
    [Fact]
    public async Task What_is_typed_is_seen_by_fivetrans_clients()
    {
        using var world = await World.MakeAsync(server);
        var fivetran = world.Account.Fivetran;

        (await world.Shell.RunAsync("users", "add", "zoe@example.com", "--id", "zoe", "--given-name", "Zoë", "--role", "Account Analyst")).Done();
        (await world.Shell.RunAsync("members", "add", "zoe", "--in", "group/warehouse", "--role", "Manage Destination")).Done();
        (await world.Shell.RunAsync("members", "add", "zoe", "--in", "connector/orders", "--role", "Edit Connection")).Done();

        var zoe = (await fivetran.GetAsync("/v1/users/zoe")).Json.GetProperty("data");
        zoe.GetProperty("given_name").GetString().ShouldBe("Zoë");
        zoe.GetProperty("role").GetString().ShouldBe("Account Analyst");
        Items(await fivetran.GetAsync("/v1/users/zoe/groups")).ShouldBe(["warehouse: Manage Destination"]);
        Items(await fivetran.GetAsync("/v1/users/zoe/connections")).ShouldBe(["orders: Edit Connection"]);

        (await world.Shell.RunAsync("members", "change", "zoe", "--in", "group/warehouse", "--role", "View Destination")).Done();
        (await world.Shell.RunAsync("members", "remove", "zoe", "--in", "connector/orders", "--yes")).Done();
        Items(await fivetran.GetAsync("/v1/users/zoe/groups")).ShouldBe(["warehouse: View Destination"]);
        Items(await fivetran.GetAsync("/v1/users/zoe/connections")).ShouldBeEmpty();

        (await world.RunAsync("users remove zoe --yes")).Done();
        (await fivetran.GetAsync("/v1/users/zoe")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task What_is_typed_is_seen_by_whylabs_clients()
    {
        using var world = await World.MakeAsync(server);
        var (whylabs, account) = (world.Account.WhyLabs, $"/v0/accounts/org/{world.Account.Id}");

        (await world.RunAsync("users add zoe@example.com --id zoe --external-id ext-7")).Done();
        (await world.RunAsync("orgs add Nine --id org-9")).Done();
        (await world.Shell.RunAsync("members", "add", "zoe", "--in", "organization/org-9", "--role", "Organization Member")).Done();

        (await whylabs.GetAsync($"{account}/user/email?email=zoe%40example.com")).Json.GetProperty("externalId").GetString().ShouldBe("ext-7");
        (await whylabs.GetAsync($"{account}/organizations")).Text.ShouldContain("""{"orgId":"org-9","name":"Nine"}""");
        var membership = (await whylabs.GetAsync($"{account}/memberships?user_id=zoe")).Json.GetProperty("memberships")[0];
        membership.GetProperty("orgId").GetString().ShouldBe("org-9");
        membership.GetProperty("role").GetString().ShouldBe("MEMBER");
    }

    [Fact]
    public async Task What_comes_through_other_doors_is_shown_with_the_door()
    {
        using var world = await World.MakeAsync(server);
        (await world.Account.Fivetran.SendAsync("POST", "/v1/users/mary/groups", """{"id":"staging","role":"View Destination"}""")).Status.ShouldBe(201);
        (await world.Account.WhyLabs.SendAsync(
            "PATCH", $"/v0/accounts/org/{world.Account.Id}/memberships?managed_org_id=org-lab&role=ADMIN", """{"userIdsToAdd":["ada"],"userIdsToDelete":[]}""")).Status.ShouldBe(200);

        (await world.RunAsync("members show mary --in group/staging --output json")).Done().Json.GetProperty("door").GetString().ShouldBe("fivetran");
        (await world.RunAsync("members show ada --in organization/org-lab --output json")).Done().Json.GetProperty("door").GetString().ShouldBe("whylabs");
        (await world.RunAsync("changes")).Lines[^2..].Select(line => line.Split('\t')[4]).ShouldBe(["fivetran", "whylabs"]);
    }

    [Fact]
    public async Task A_key_that_is_removed_opens_no_door_any_more()
    {
        using var world = await World.MakeAsync(server);
        var key = (await world.RunAsync("keys add ci --grant read")).Lines[0];
        var opened = Knocking.Fivetran(server.Roster, Core.Keys.Credential.Parse(key)!);
        (await opened.GetAsync("/v1/users")).Status.ShouldBe(200);

        (await world.RunAsync($"keys remove {key[..10]} --yes")).Done();

        (await opened.GetAsync("/v1/users")).Status.ShouldBe(401);
    }

    private static IEnumerable<string> Items(Answer answer) =>
        answer.Json.GetProperty("data").GetProperty("items").EnumerateArray().Select(item => $"{item.GetProperty("id").GetString()}: {item.GetProperty("role").GetString()}");
}
