using System.Net;
using Roster.Sdk.Fivetran;

namespace Roster.Tests.Sdk.Fivetran;

/// <summary>The sixteen operations against a real server.</summary>
public sealed class UserManagementTests(SdkServer server)
{
    private static readonly NewUser Grace = new("Grace@example.com", "Grace", "Murray") { Phone = "+1", Role = "Account Reviewer" };

    [Fact]
    public async Task Users()
    {
        using var client = await server.FivetranAsync();
        var users = client.UserManagement;

        var invited = await users.CreateUserAsync(Grace);
        var details = await users.GetUserDetailsAsync(invited.Id);
        var modified = await users.ModifyUserAsync(invited.Id, new UserChange { FamilyName = "Hopper", Phone = null });
        var all = await users.ListAllUsersAsync(active: true, pageSize: 1).ToListAsync();

        invited.ShouldBe(new User
        {
            Id = invited.Id,
            Email = "Grace@example.com",
            GivenName = "Grace",
            FamilyName = "Murray",
            Verified = false,
            Invited = true,
            Active = true,
            Phone = "+1",
            Role = "Account Reviewer",
            CreatedAt = server.Server.Clock.GetUtcNow(),
        });
        details.ShouldBe(invited);
        modified.ShouldBe(invited with { FamilyName = "Hopper", Phone = null });
        all.Select(user => user.Email).ShouldBe(["ada@example.com", "Grace@example.com"]);

        (await users.DeleteUserMembershipInAccountAsync(invited.Id)).Message.ShouldBe("User role in account has been removed");
        (await users.GetUserDetailsAsync(invited.Id)).Role.ShouldBeNull();
        (await users.DeleteUserAsync(invited.Id)).ShouldBe(new Acknowledgement { Code = "Success", Message = $"User with id '{invited.Id}' has been deleted" });
        var gone = await Should.ThrowAsync<RosterException>(() => users.GetUserDetailsAsync(invited.Id));
        gone.ShouldSatisfyAllConditions(
            () => gone.Status.ShouldBe(HttpStatusCode.NotFound),
            () => gone.Code.ShouldBe("NotFound_User"),
            () => gone.Message.ShouldBe($"User '{invited.Id}' does not exist"),
            () => gone.RequestId.ShouldNotBeNullOrEmpty());
    }

    [Fact]
    public async Task Memberships_in_groups()
    {
        using var client = await server.FivetranAsync();
        var users = client.UserManagement;
        var (user, group) = ((await users.CreateUserAsync(Grace)).Id, (await client.Groups.CreateAsync("Warehouse")).Id);

        var added = await users.AddUserMembershipInGroupAsync(user, group, "Destination Analyst");
        var updated = await users.UpdateUserMembershipInGroupAsync(user, group, "Manage Destination");

        added.ShouldBe(new Membership { Id = group, Role = "Destination Analyst", CreatedAt = server.Server.Clock.GetUtcNow() });
        updated.Message.ShouldBe("Group membership has been updated");
        (await users.GetUserMembershipInGroupAsync(user, group)).ShouldBe(added with { Role = "Manage Destination" });
        (await users.GetUserMembershipsInGroupsAsync(user).ToListAsync()).ShouldBe([added with { Role = "Manage Destination" }]);
        (await users.DeleteUserMembershipInGroupAsync(user, group)).Message.ShouldBe("Group membership has been deleted");
        (await users.GetUserMembershipsInGroupsAsync(user, pageSize: 1).ToListAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Memberships_in_connectors(bool older)
    {
        var account = await server.Server.OpenAccountAsync();
        using var client = new FivetranClient(
            account.Key.Id.Value, account.Key.Secret, new() { BaseAddress = new Uri(server.Address, "/v1"), UseConnectorPaths = older });
        var users = client.UserManagement;
        var (user, group) = ((await users.CreateUserAsync(Grace)).Id, (await client.Groups.CreateAsync("Warehouse")).Id);
        var connection = (await client.Connections.CreateAsync(new NewConnection("kafka", group))).Id;

        var added = await users.AddUserMembershipInConnectorAsync(user, connection, "View Connection");
        var updated = await users.UpdateUserMembershipInConnectorAsync(user, connection, "Edit Connection");

        added.ShouldSatisfyAllConditions(
            () => added.Id.ShouldBe(connection), () => added.Role.ShouldBe("View Connection"), () => added.CreatedAt.ShouldBe(server.Server.Clock.GetUtcNow()));
        updated!.Role.ShouldBe("Edit Connection");
        (await users.GetUserMembershipInConnectorAsync(user, connection)).ShouldBe(updated);
        (await users.GetUserMembershipsInConnectorsAsync(user).ToListAsync()).ShouldBe([updated]);
        (await users.DeleteUserMembershipInConnectorAsync(user, connection)).ShouldBe(updated);
        var refused = await Should.ThrowAsync<RosterException>(() => users.AddUserMembershipInConnectorAsync(user, "nowhere", "View Connection"));
        refused.Code.ShouldBe(older ? "NotFound_Connector" : "NotFound_Connection");
    }
}
