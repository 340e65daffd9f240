using Roster.Core.Access;
using Roster.Core.Changes;
using Roster.Core.Memberships;
using Roster.Core.Outcomes;
using Roster.Core.Scopes;
using Roster.Core.Users;
using Roster.Core.Values;

namespace Roster.Server.Composition;

/// <summary>A small example account: people, organizations, groups, connectors, and who belongs where.</summary>
internal sealed class Demo(CreateUser createUser, CreateScope createScope, GiveRole giveRole)
{
    public async Task FillAsync(AccountId account, CancellationToken cancellationToken)
    {
        var caller = new Caller(account, new ServerActor(), Door.Server);

        var ada = await UserAsync("ada@example.com", "Ada", "Byron", "Account Administrator");
        var grace = await UserAsync("grace@example.com", "Grace", "Murray", "Account Analyst");
        var alan = await UserAsync("alan@example.com", "Alan", "Mathison", "Account Reviewer");
        var mary = await UserAsync("mary@example.com", "Mary", "Jackson", null);
        await UserAsync("katherine@example.com", "Katherine", "Coleman", "Account Billing", invite: true);

        var research = await ScopeAsync(new(ScopeKind.Organization, "Research"));
        var sales = await ScopeAsync(new(ScopeKind.Organization, "Sales"));
        var warehouse = await ScopeAsync(new(ScopeKind.Group, "Warehouse"));
        var staging = await ScopeAsync(new(ScopeKind.Group, "Staging"));
        var orders = await ScopeAsync(new(ScopeKind.Connector, "orders", warehouse.Id, "postgres"));
        await ScopeAsync(new(ScopeKind.Connector, "events", staging.Id, "kafka"));

        await GiveAsync(ada, research, "Organization Admin");
        await GiveAsync(grace, research, "Organization Member");
        await GiveAsync(mary, sales, "Organization Viewer");
        await GiveAsync(grace, staging, "Manage Destination");
        await GiveAsync(mary, warehouse, "View Destination");
        await GiveAsync(alan, orders, "Edit Connection");

        async Task<UserId> UserAsync(string email, string given, string family, string? role, bool invite = false)
        {
            var name = Must(UserName.ParseEmail(email, "email"));
            var request = new CreateUserRequest(name, given, family, Invite: invite, Role: role);
            return Must(await createUser.RunAsync(caller, request, cancellationToken)).User.Id;
        }

        async Task<ScopeId> ScopeAsync(CreateScopeRequest request) =>
            Must(await createScope.RunAsync(caller, request, cancellationToken)).Id;

        async Task GiveAsync(UserId user, ScopeId scope, string role)
        {
            var request = new GiveRoleRequest(UserRef.ById(user.Value), scope, RoleChoice.Named(role), GiveMode.Add);
            Must(await giveRole.RunAsync(caller, request, cancellationToken));
        }
    }

    // In an account that was made a moment ago nothing can be refused.
    private static T Must<T>(Outcome<T> outcome) => outcome.Value;
}
