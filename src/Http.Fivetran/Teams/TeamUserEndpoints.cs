using Microsoft.AspNetCore.Http;
using Roster.Core.Memberships;
using Roster.Core.Scopes;
using Roster.Core.Teams;
using Roster.Core.Users;

namespace Roster.Http.Fivetran.Teams;

/// <summary>The users of a team, with their roles in it.</summary>
internal sealed class TeamUserEndpoints(
    ListSeats listSeats, FindMembership findMembership, GiveRole giveRole, EndMembership endMembership)
{
    private const string DefaultRole = "Team Member";

    public async ValueTask ListAsync(Exchange exchange)
    {
        var team = exchange.Path("teamId");
        var query = exchange.Query();
        var active = query.Flag("active");
        var list = $"teams/{team}/users?active={active}";
        var page = query.Page(exchange, list);
        if (await exchange.RefusedAsync(query.Problem))
        {
            return;
        }

        var seats = await listSeats.RunAsync(exchange.Caller, team, active, page, exchange.Cancellation);
        if (!await exchange.RefusedAsync(seats))
        {
            await exchange.SucceedAsync("Team users retrieved successfully", list, seats.Value, TeamWire.WriteSeat);
        }
    }

    public async ValueTask AddAsync(Exchange exchange)
    {
        if (await exchange.ReadBodyAsync() is not { } body)
        {
            return;
        }

        var (user, role) = (body.RequiredText("user_id"), body.Text("role"));
        if (await exchange.RefusedAsync(body.Problem))
        {
            return;
        }

        var chosen = RoleChoice.Named(string.IsNullOrEmpty(role) ? DefaultRole : role);
        var request = new GiveRoleRequest(UserRef.ById(user), TeamOf(exchange), chosen, GiveMode.Add);
        var given = await giveRole.RunAsync(exchange.Caller, request, exchange.Cancellation);
        if (!await exchange.RefusedAsync(given))
        {
            await exchange.SucceedAsync(
                "User has been added to the team", given.Value.Membership, TeamWire.WriteSeat, StatusCodes.Status201Created);
        }
    }

    public async ValueTask ShowAsync(Exchange exchange)
    {
        var seat = await findMembership.RunAsync(exchange.Caller, UserOf(exchange), TeamOf(exchange), exchange.Cancellation);
        if (!await exchange.RefusedAsync(seat))
        {
            await exchange.SucceedAsync("Team user details retrieved successfully", seat.Value, TeamWire.WriteSeat);
        }
    }

    public async ValueTask ChangeAsync(Exchange exchange)
    {
        if (await exchange.ReadBodyAsync() is not { } body)
        {
            return;
        }

        var role = body.RequiredText("role");
        if (await exchange.RefusedAsync(body.Problem))
        {
            return;
        }

        var request = new GiveRoleRequest(UserOf(exchange), TeamOf(exchange), RoleChoice.Named(role), GiveMode.Change);
        var given = await giveRole.RunAsync(exchange.Caller, request, exchange.Cancellation);
        if (!await exchange.RefusedAsync(given))
        {
            await exchange.SucceedAsync("User role has been updated", given.Value.Membership, TeamWire.WriteSeat);
        }
    }

    public async ValueTask RemoveAsync(Exchange exchange)
    {
        var ended = await endMembership.RunAsync(exchange.Caller, UserOf(exchange), TeamOf(exchange), exchange.Cancellation);
        if (!await exchange.RefusedAsync(ended))
        {
            await exchange.SucceedAsync("User has been removed from the team");
        }
    }

    private static ScopeId TeamOf(Exchange exchange) => ScopeId.Team(exchange.Path("teamId"));

    private static UserRef UserOf(Exchange exchange) => UserRef.ById(exchange.Path("userId"));
}
