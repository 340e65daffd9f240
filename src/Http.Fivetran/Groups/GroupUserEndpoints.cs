using Roster.Core.Memberships;
using Roster.Core.Outcomes;
using Roster.Core.Users;
using Roster.Http.Fivetran.Users;

namespace Roster.Http.Fivetran.Groups;

/// <summary>Who reaches a group: the same memberships that <see cref="UserMembershipEndpoints"/> shows, from the group's side.</summary>
internal sealed class GroupUserEndpoints(ListGroupUsers listGroupUsers, GiveRole giveRole, EndMembership endMembership)
{
    public async ValueTask ListAsync(Exchange exchange)
    {
        var group = Place.Groups.ScopeOf(exchange);
        var query = exchange.Query();
        var active = query.Flag("active");
        var list = $"groups/{group.Id}/users?active={active}";
        var page = query.Page(exchange, list);
        if (await exchange.RefusedAsync(query.Problem))
        {
            return;
        }

        var users = await listGroupUsers.RunAsync(exchange.Caller, group, active, page, exchange.Cancellation);
        if (!await exchange.RefusedAsync(users))
        {
            await exchange.SucceedAsync("Group users retrieved successfully", list, users.Value, UserWire.Write);
        }
    }

    public async ValueTask AddAsync(Exchange exchange)
    {
        if (await exchange.ReadBodyAsync() is not { } body)
        {
            return;
        }

        var (email, role) = (body.RequiredText("email"), body.RequiredText("role"));
        if (await exchange.RefusedAsync(body.Problem))
        {
            return;
        }

        var request = new GiveRoleRequest(
            UserRef.ByName(email), Place.Groups.ScopeOf(exchange), RoleChoice.Named(role), GiveMode.Add);
        if (!await exchange.RefusedAsync(await giveRole.RunAsync(exchange.Caller, request, exchange.Cancellation)))
        {
            await exchange.SucceedAsync("User has been added to the group");
        }
    }

    public async ValueTask RemoveAsync(Exchange exchange)
    {
        var user = UserRef.ById(exchange.Path("userId"));
        var ended = await endMembership.RunAsync(
            exchange.Caller, user, Place.Groups.ScopeOf(exchange), exchange.Cancellation);
        exchange.At(ended.Revision);
        if (!await exchange.RefusedAsync(AsNoMembership(ended.Fault)))
        {
            await exchange.SucceedAsync($"User with id '{user.Text}' has been removed from the group");
        }
    }

    // Terraform goes on after a removal only where the code is NotFound, whatever was not found.
    private static Fault? AsNoMembership(Fault? fault) =>
        fault is { Kind: FaultKind.UnknownUser or FaultKind.UnknownGroup } unknown
            ? unknown with { Kind = FaultKind.UnknownMembership }
            : fault;
}
