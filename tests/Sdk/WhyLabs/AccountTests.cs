using System.Net;
using Roster.Sdk.WhyLabs;

namespace Roster.Tests.Sdk.WhyLabs;

/// <summary>The ten operations against a real server.</summary>
public sealed class AccountTests(SdkServer server)
{
    [Fact]
    public async Task Users()
    {
        var (client, org) = await server.WhyLabsAsync();
        using var _ = client;

        var made = await client.Account.CreateUserAsync(org, new NewAccountUser("Grace@example.com") { ExternalId = "ext-9", UserSchema = "{}" });
        var updated = await client.Account.UpdateUserAsync(org, made.UserId, new AccountUserUpdate { UserSchema = "[]", Active = false });

        made.ShouldBe(new AccountUser
        {
            UserId = made.UserId, OrgId = org, Email = "grace@example.com", ExternalId = "ext-9", UserSchema = "{}", Active = true,
        });
        updated.ShouldBe(made with { ExternalId = null, UserSchema = "[]", Active = false });
        (await client.Account.GetUserByEmailAsync(org, "GRACE@example.com")).ShouldBe(updated);
        (await client.Account.GetUserByIdAsync(org, made.UserId)).ShouldBe(updated);
        (await client.Account.ListUsersAsync(org)).ShouldBe([updated, new AccountUser { UserId = "user-ada", OrgId = org, Email = "ada@example.com", Active = true }], ignoreOrder: true);
        (await client.Account.DeleteUserAsync(org, made.UserId)).RequestId.ShouldNotBeNullOrEmpty();
        var gone = await Should.ThrowAsync<RosterException>(() => client.Account.GetUserByIdAsync(org, made.UserId));
        gone.ShouldSatisfyAllConditions(
            () => gone.Status.ShouldBe(HttpStatusCode.NotFound),
            () => gone.Code.ShouldBe("ResourceNotFound"),
            () => gone.Message.ShouldBe($"Resource account user with ID {made.UserId} not found."));
    }

    [Fact]
    public async Task Memberships()
    {
        var (client, org) = await server.WhyLabsAsync();
        using var _ = client;
        var team = (await client.Organizations.CreateManagedAsync("Team One")).Id;
        var grace = (await client.Account.CreateUserAsync(org, new NewAccountUser("grace@example.com"))).UserId;

        var replaced = await client.Account.ReplaceMembershipsAsync(org, team, Role.Viewer, [grace, "user-x"]);
        var viewers = await client.Account.GetMembershipsAsync(org, new MembershipFilter { ManagedOrgId = team, Role = Role.Viewer });
        var patched = await client.Account.PatchMembershipsAsync(org, team, Role.Admin, ["user-ada"], [grace]);
        var all = await client.Account.GetMembershipsAsync(org);

        replaced.Errors.ShouldBe([new ErrorStatus { ErrorCode = 404, ItemId = "user-x", Description = "no such account user" }]);
        viewers.Single().ShouldSatisfyAllConditions(
            group => group.OrgId.ShouldBe(team),
            group => group.Role.ShouldBe(Role.Viewer),
            group => group.Members.ShouldBe([new Member { UserId = grace, Email = "grace@example.com" }]));
        patched.Errors.ShouldBeEmpty();
        all.Select(group => (group.OrgId, group.Role)).ShouldBe([(org, Role.Admin), (team, Role.Admin), (team, Role.Viewer)]);
        (await client.Account.GetMembershipsAsync(org, new MembershipFilter { UserId = "user-x" })).ShouldBeEmpty();
        (await client.Account.ListManagedOrganizationsAsync(org)).ShouldBe([new AccountOrganization { OrgId = team, Name = "Team One" }]);
    }
}
