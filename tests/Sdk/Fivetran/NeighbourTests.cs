using System.Text.Json;
using System.Text.Json.Nodes;
using Roster.Sdk.Fivetran;

namespace Roster.Tests.Sdk.Fivetran;

/// <summary>What is beside the user management, against a real server.</summary>
public sealed class NeighbourTests(SdkServer server)
{
    [Fact]
    public async Task Groups()
    {
        using var client = await server.FivetranAsync();

        var group = await client.Groups.CreateAsync("Warehouse");
        var renamed = await client.Groups.ModifyAsync(group.Id, "Lake");
        var added = await client.Groups.AddUserAsync(group.Id, "ada@example.com", "View Destination");

        renamed.ShouldBe(group with { Name = "Lake" });
        (await client.Groups.GetDetailsAsync(group.Id)).ShouldBe(renamed);
        (await client.Groups.ListAllAsync().ToListAsync()).ShouldBe([renamed]);
        added.Message.ShouldBe("User has been added to the group");
        (await client.Groups.ListUsersAsync(group.Id, active: true).ToListAsync()).Select(user => (user.Id, user.Role)).ShouldBe([("ada", "View Destination")]);
        (await client.Groups.GetPublicKeyAsync(group.Id)).ShouldBe("");
        (await client.Groups.GetServiceAccountAsync(group.Id)).ShouldBe("");
        (await client.Groups.RemoveUserAsync(group.Id, "ada")).Message!.ShouldContain("'ada'");
        (await client.Groups.DeleteAsync(group.Id)).Message!.ShouldContain(group.Id);
        (await client.Groups.ListAllAsync(pageSize: 1).ToListAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Teams()
    {
        using var client = await server.FivetranAsync();
        var group = (await client.Groups.CreateAsync("Warehouse")).Id;
        var connection = (await client.Connections.CreateAsync(new NewConnection("postgres", group) { Config = new JsonObject { ["schema_prefix"] = "p" } })).Id;

        var team = await client.Teams.CreateAsync(new NewTeam("Night crew") { Description = "Late", Role = "Account Reviewer" });
        var modified = await client.Teams.ModifyAsync(team.Id, new() { Description = null, Name = "Crew" });
        modified.ShouldBe(team with { Name = "Crew", Description = null });
        (await client.Teams.DeleteMembershipInAccountAsync(team.Id)).Message.ShouldBe("Team role in account has been removed");
        (await client.Teams.GetDetailsAsync(team.Id)).Role.ShouldBeNull();
        (await client.Teams.ListAllAsync().Select(found => found.Id).ToListAsync()).ShouldBe([team.Id]);

        var seat = await client.Teams.AddUserAsync(team.Id, "ada");
        (seat.UserId, seat.Role).ShouldBe(("ada", "Team Member"));
        (await client.Teams.UpdateUserAsync(team.Id, "ada", "Team Manager"))!.Role.ShouldBe("Team Manager");
        (await client.Teams.GetUserAsync(team.Id, "ada")).Role.ShouldBe("Team Manager");
        (await client.Teams.ListUsersAsync(team.Id, active: false).ToListAsync()).ShouldBeEmpty();

        (await client.Teams.AddMembershipInGroupAsync(team.Id, group, "View Destination")).Id.ShouldBe(group);
        (await client.Teams.UpdateMembershipInGroupAsync(team.Id, group, "Edit Destination"))!.Role.ShouldBe("Edit Destination");
        (await client.Teams.GetMembershipInGroupAsync(team.Id, group)).Role.ShouldBe("Edit Destination");
        (await client.Teams.GetMembershipsInGroupsAsync(team.Id).Select(held => held.Id).ToListAsync()).ShouldBe([group]);
        (await client.Teams.AddMembershipInConnectorAsync(team.Id, connection, "View Connection")).Id.ShouldBe(connection);
        (await client.Teams.UpdateMembershipInConnectorAsync(team.Id, connection, "Edit Connection"))!.Role.ShouldBe("Edit Connection");
        (await client.Teams.GetMembershipInConnectorAsync(team.Id, connection)).Role.ShouldBe("Edit Connection");
        (await client.Teams.GetMembershipsInConnectorsAsync(team.Id).Select(held => held.Id).ToListAsync()).ShouldBe([connection]);

        (await client.Teams.DeleteMembershipInConnectorAsync(team.Id, connection)).Message.ShouldNotBeNull();
        (await client.Teams.DeleteMembershipInGroupAsync(team.Id, group)).Message.ShouldNotBeNull();
        (await client.Teams.RemoveUserAsync(team.Id, "ada")).Message.ShouldBe("User has been removed from the team");
        (await client.Teams.DeleteAsync(team.Id)).Message.ShouldBe("Team has been deleted");
    }

    [Fact]
    public async Task Connections()
    {
        using var client = await server.FivetranAsync();
        var group = (await client.Groups.CreateAsync("Warehouse")).Id;

        var made = await client.Connections.CreateAsync(new NewConnection("google_sheets", group)
        {
            Config = new JsonObject { ["schema"] = "sheets", ["table"] = "budget" },
            Paused = false,
            SyncFrequency = 60,
            OtherFields = new Dictionary<string, JsonElement> { ["trust_certificates"] = JsonElement.Parse("true") },
        });
        var modified = await client.Connections.ModifyAsync(made.Id, new ConnectionChange
        {
            Config = new JsonObject { ["schema_prefix"] = "all" }, PauseAfterTrial = true, DataDelayThreshold = 3, ScheduleType = "manual",
        });

        made.ShouldSatisfyAllConditions(
            () => made.Schema.ShouldBe("sheets.budget"),
            () => made.Config!.Value.GetRawText().ShouldBe("""{"schema":"sheets","table":"budget"}"""),
            () => made.Paused.ShouldBe(false),
            () => made.SyncFrequency.ShouldBe(60),
            () => made.Status!.SetupState.ShouldBe("incomplete"),
            () => made.Status!.OtherMembers!.Keys.ShouldBe(["tasks", "warnings"]),
            () => made.OtherMembers!.Keys.ShouldBe(["setup_tests"]));
        modified.ShouldSatisfyAllConditions(
            () => modified.Schema.ShouldBe("all"),
            () => modified.PauseAfterTrial.ShouldBe(true),
            () => modified.DataDelayThreshold.ShouldBe(3),
            () => modified.ScheduleType.ShouldBe("manual"),
            () => modified.Paused.ShouldBe(false));
        (await client.Connections.GetDetailsAsync(made.Id)).Schema.ShouldBe("all");
        (await client.Connections.ListAllAsync(group, "all").Select(connection => connection.Id).ToListAsync()).ShouldBe([made.Id]);
        (await client.Groups.ListConnectionsAsync(group, "none").ToListAsync()).ShouldBeEmpty();
        (await client.Groups.ListConnectionsAsync(group).Select(connection => connection.Id).ToListAsync()).ShouldBe([made.Id]);
        (await client.Connections.DeleteAsync(made.Id)).Message!.ShouldContain(made.Id);
        (await client.Connections.ListAllAsync().ToListAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Roles_and_the_account()
    {
        using var client = await server.FivetranAsync();

        var roles = await client.Roles.ListAllAsync(pageSize: 5).ToListAsync();
        var account = await client.Account.GetInfoAsync();

        roles[0].ShouldSatisfyAllConditions(
            role => role.Name.ShouldBe("Account Administrator"),
            role => role.Scope.ShouldBe([RoleScope.Account]),
            role => role.IsCustom.ShouldBe(false),
            role => role.Description.ShouldNotBeNullOrEmpty());
        roles.Single(role => role.Name == "Owner").ReplacementRoleName.ShouldBe("Account Administrator");
        account.ShouldSatisfyAllConditions(
            () => account.AccountId.ShouldStartWith("org-"), () => account.UserId.ShouldBeNull(), () => account.SystemKeyId.ShouldNotBeNull());
    }
}
