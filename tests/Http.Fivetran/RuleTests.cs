using System.Text.Json;
using Roster.Core.Keys;
using Roster.Core.Roles;

namespace Roster.Tests.Http.Fivetran;

/// <summary>What the contract says about several operations at once.</summary>
public sealed class RuleTests(FivetranServer server)
{
    [Fact]
    public async Task A_key_cannot_change_the_role_of_its_own_user()
    {
        const string Refused = """{"code":"InvalidInput","message":"Field 'role' must not change: it is the role of the key's own user"}""";
        var world = await server.WorldAsync();
        await world.GiveRoleInAccountAsync("grace", "Account Administrator");
        var key = await world.KeyAsync(Grants.Admin, "grace");

        (await server.AskAsync("PATCH /v1/users/grace", key, """{"role":"Account Reviewer"}""")).ShouldBe(400, Refused);
        (await server.AskAsync("PATCH /v1/users/grace", key, """{"role":""}""")).ShouldBe(400, Refused);
        (await server.AskAsync("PATCH /v1/users/grace", key, """{"role":"Account Administrator","phone":"1"}""")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task An_owner_who_has_not_accepted_does_not_count()
    {
        var world = await server.WorldAsync();
        await server.AskAsync(
            "POST /v1/users", world.Admin, """{"email":"new@example.com","given_name":"New","family_name":"Comer","role":"Account Administrator"}""");

        (await server.AskAsync("DELETE /v1/users/ada", world.Admin)).ShouldBe(409, Expected.LastOwner);
        await world.GiveRoleInAccountAsync("grace", "Owner");
        (await server.AskAsync("DELETE /v1/users/ada", world.Admin)).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("POST /v1/users", """{"email":"new@example.com","given_name":"New","family_name":"Comer","role":"Account Administrator"}""")]
    [InlineData("PATCH /v1/users/mary", """{"role":"Owner"}""")]
    [InlineData("PATCH /v1/users/ada", """{"role":"Account Reviewer"}""")]
    [InlineData("DELETE /v1/users/ada", null)]
    [InlineData("DELETE /v1/users/ada/role", null)]
    [InlineData("POST /v1/users/mary/groups", """{"id":"calm_valley","role":"Manage Destination"}""")]
    [InlineData("POST /v1/groups/calm_valley/users", """{"email":"mary@example.com","role":"Manage Destination"}""")]
    public async Task Nobody_touches_a_role_above_their_own_level(string request, string? body)
    {
        var world = await server.WorldAsync();
        var key = await world.KeyAsync(Grants.Provision, level: Level.Member);

        (await server.AskAsync(request, key, body)).ShouldBe(
            403, """{"code":"Forbidden","message":"Access denied. The key may not touch a role of level admin: its own level is member."}""");
    }

    [Fact]
    public async Task A_reviewers_key_reads_and_changes_nothing()
    {
        var world = await server.WorldAsync();
        var key = await world.KeyAsync(Grants.Admin, "grace");

        (await server.AskAsync("GET /v1/users", key)).Status.ShouldBe(200);
        (await server.AskAsync("PATCH /v1/users/mary", key, """{"phone":"1"}""")).ShouldBe(
            403, """{"code":"Forbidden","message":"Access denied. Required permission: USER_MANAGE"}""");
    }

    [Fact]
    public async Task A_key_dies_with_its_user()
    {
        var world = await server.WorldAsync();
        var key = await world.KeyAsync(Grants.Admin, "grace");
        (await server.AskAsync("GET /v1/users", key)).Status.ShouldBe(200);

        await server.AskAsync("DELETE /v1/users/grace", world.Admin);

        (await server.AskAsync("GET /v1/users", key)).ShouldBe(401, """{"code":"AuthFailed","message":"Invalid authorization credentials"}""");
    }

    [Fact]
    public async Task A_deleted_user_who_is_invited_again_has_the_old_id_and_nothing_else()
    {
        var world = await server.WorldAsync();
        await server.AskAsync("DELETE /v1/users/grace", world.Admin);

        var again = await server.AskAsync(
            "POST /v1/users", world.Admin, """{"email":"GRACE@example.com","given_name":"G","family_name":"M"}""");

        (again.Status, again.Id).ShouldBe((201, "grace"));
        again.Data.GetProperty("role").ValueKind.ShouldBe(JsonValueKind.Null);
        (await server.AskAsync("GET /v1/users/grace/groups", world.Admin)).Ids.ShouldBeEmpty();
        (await server.AskAsync("GET /v1/users", world.Admin)).Ids.ShouldBe(["ada", "mary", "grace"]);
    }

    [Fact]
    public async Task A_suspended_user_is_inactive_and_without_memberships_and_may_get_new_ones()
    {
        var world = await server.WorldAsync();
        await world.SuspendAsync("grace");

        (await server.AskAsync("GET /v1/users?active=false", world.Admin)).Ids.ShouldBe(["grace"]);
        (await server.AskAsync("GET /v1/users?active=true", world.Admin)).Ids.ShouldBe(["ada", "mary"]);
        (await server.AskAsync("GET /v1/users/grace/groups", world.Admin)).Ids.ShouldBeEmpty();
        (await server.AskAsync("POST /v1/users/grace/groups", world.Admin, """{"id":"calm_valley","role":"View Destination"}""")).Status.ShouldBe(201);
        (await server.AskAsync("GET /v1/groups/calm_valley/users?active=false", world.Admin)).Ids.ShouldBe(["grace"]);
    }

    [Fact]
    public async Task A_membership_keeps_its_beginning_whatever_its_role()
    {
        var world = await server.WorldAsync();
        var made = await server.AskAsync("POST /v1/users/mary/connections", world.Admin, """{"id":"warm_river","role":"View Connection"}""");

        var changed = await server.AskAsync("PATCH /v1/users/mary/connectors/warm_river", world.Admin, """{"role":"Edit Connection"}""");
        var read = await server.AskAsync("GET /v1/users/mary/connections/warm_river", world.Admin);
        var listed = await server.AskAsync("GET /v1/users/mary/connectors", world.Admin);
        var ended = await server.AskAsync("DELETE /v1/users/mary/connections/warm_river", world.Admin);

        new[] { changed.Data, read.Data, listed.Items.Single(), ended.Data }
            .Select(membership => membership.GetProperty("created_at").GetString())
            .Distinct()
            .ShouldBe([made.Data.GetProperty("created_at").GetString()]);
        (await server.AskAsync("GET /v1/users/mary/connectors", world.Admin)).Ids.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_membership_in_a_group_is_one_from_both_sides()
    {
        var world = await server.WorldAsync();
        await server.AskAsync("POST /v1/groups/still_lake/users", world.Admin, """{"email":"grace@example.com","role":"View Destination"}""");
        (await server.AskAsync("GET /v1/users/grace/groups/still_lake", world.Admin)).Data.GetProperty("role").GetString().ShouldBe("View Destination");

        await server.AskAsync("DELETE /v1/groups/still_lake/users/grace", world.Admin);

        (await server.AskAsync("GET /v1/users/grace/groups", world.Admin)).Ids.ShouldBe(["calm_valley"]);
        (await server.AskAsync("GET /v1/groups/still_lake/users", world.Admin)).Masked.ShouldContain(Expected.GraceWithoutRole);
    }

    [Theory]
    [InlineData("Account Billing")]
    [InlineData("Billing")]
    [InlineData("Destination Creator")]
    public async Task A_role_that_does_not_cascade_puts_nobody_into_a_groups_list(string role)
    {
        var world = await server.WorldAsync();
        await world.GiveRoleInAccountAsync("mary", role);

        (await server.AskAsync("GET /v1/groups/still_lake/users", world.Admin)).Ids.ShouldBe(["ada", "grace"]);
    }

    [Fact]
    public async Task A_group_ends_with_its_memberships_once_its_connections_are_gone()
    {
        var world = await server.WorldAsync();
        await server.AskAsync("DELETE /v1/connections/brisk_harbor", world.Admin);
        await server.AskAsync("DELETE /v1/connectors/warm_river", world.Admin);

        (await server.AskAsync("DELETE /v1/groups/calm_valley", world.Admin)).Status.ShouldBe(200);

        (await server.AskAsync("GET /v1/users/grace/groups", world.Admin)).Ids.ShouldBeEmpty();
        (await server.AskAsync("GET /v1/users/grace/connections", world.Admin)).Ids.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"schema_prefix":"p","schema":"s","table":"t"}""", "p")]
    [InlineData("""{"schema":"s","table":"t"}""", "s.t")]
    [InlineData("""{"schema":"s"}""", "s")]
    [InlineData("""{"table":"t"}""", "kafka")]
    [InlineData("{}", "kafka")]
    [InlineData("null", "kafka")]
    public async Task A_connections_schema_is_derived_from_its_config(string config, string schema)
    {
        var world = await server.WorldAsync();
        var key = await world.KeyAsync(Grants.Admin, "ada");

        var made = await server.AskAsync("POST /v1/connections", key, $$"""{"service":"kafka","group_id":"still_lake","config":{{config}}}""");
        var read = await server.AskAsync($"GET /v1/connectors/{made.Id}", key);

        made.Data.GetProperty("schema").GetString().ShouldBe(schema);
        made.Data.GetProperty("connected_by").GetString().ShouldBe("ada");
        read.Data.GetRawText().ShouldBe(made.Data.GetRawText());
    }

    [Fact]
    public async Task Settings_of_a_connection_that_are_changed_at_once_are_all_kept()
    {
        var world = await server.WorldAsync();
        string[] patches =
        [
            """{"paused":false}""", """{"sync_frequency":5}""", """{"schedule_type":"manual"}""", """{"data_delay_threshold":7}""",
            """{"networking_method":"SshTunnel"}""", """{"pause_after_trial":true}""", """{"config":{"schema":"s"}}""", """{"config":{"table":"t"}}""",
        ];

        await Task.WhenAll(patches.Select(patch => server.AskAsync("PATCH /v1/connections/warm_river", world.Admin, patch)));

        (await server.AskAsync("GET /v1/connections/warm_river", world.Admin)).Masked.ShouldBe(
            """{"code":"Success","message":"Connection details retrieved successfully","data":{"id":"warm_river","group_id":"calm_valley","service":"kafka","service_version":1,"schema":"s.t","connected_by":null,"created_at":"2026-03-03T10:00:00.123456Z","succeeded_at":null,"failed_at":null,"paused":false,"pause_after_trial":true,"sync_frequency":5,"schedule_type":"manual","networking_method":"SshTunnel","data_delay_sensitivity":"NORMAL","data_delay_threshold":7,"setup_tests":[],"config":{"schema":"s","table":"t"},"status":{"setup_state":"incomplete","sync_state":"scheduled","update_state":"on_schedule","is_historical_sync":true,"tasks":[],"warnings":[]}}}""");
    }

    [Theory]
    [InlineData("not JSON")]
    [InlineData("[1]")]
    [InlineData("""{"paused":"perhaps"}""")]
    [InlineData("""{"schedule_type":null}""")]
    public async Task Settings_that_another_door_wrote_count_as_none(string settings)
    {
        var world = await server.WorldAsync();
        await world.ConnectionAsync("odd_creek", "named elsewhere", settings);

        var read = await server.AskAsync("GET /v1/connections/odd_creek", world.Admin);
        var patched = await server.AskAsync("PATCH /v1/connections/odd_creek", world.Admin, """{"paused":false}""");

        read.Data.GetProperty("schedule_type").GetString().ShouldBe("auto");
        patched.Data.GetProperty("schema").GetString().ShouldBe("named elsewhere");
        patched.Data.GetProperty("paused").GetBoolean().ShouldBeFalse();
    }
}
