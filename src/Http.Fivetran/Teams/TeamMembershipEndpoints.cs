using Microsoft.AspNetCore.Http;
using Roster.Core.Memberships;
using Roster.Http.Fivetran.Users;

namespace Roster.Http.Fivetran.Teams;

/// <summary>A team's memberships in groups and, under both their names, in connections.</summary>
internal sealed class TeamMembershipEndpoints(
    ListMemberships listMemberships, FindMembership findMembership, GiveRole giveRole, EndMembership endMembership)
{
    public async ValueTask ListAsync(Exchange exchange)
    {
        var place = PlaceOf(exchange);
        var team = TeamOf(exchange);
        var query = exchange.Query();
        var list = $"teams/{team.Text}/{place.Kind}";
        var page = query.Page(exchange, list);
        if (await exchange.RefusedAsync(query.Problem))
        {
            return;
        }

        var memberships = await listMemberships.OfMemberAsync(exchange.Caller, team, place.Kind, page, exchange.Cancellation);
        if (!await exchange.RefusedAsync(memberships))
        {
            await exchange.SucceedAsync(
                $"Team {place.CurrentNoun} memberships retrieved successfully", list, memberships.Value, MembershipWire.Write);
        }
    }

    public async ValueTask AddAsync(Exchange exchange)
    {
        if (await exchange.ReadPlacedRoleAsync() is not var (id, role))
        {
            return;
        }

        var place = PlaceOf(exchange);
        var request = new GiveRoleRequest(TeamOf(exchange), place.Scope(id), RoleChoice.Named(role), GiveMode.Add);
        var given = await giveRole.RunAsync(exchange.Caller, request, exchange.Cancellation);
        if (!await exchange.RefusedAsync(given))
        {
            await exchange.SucceedAsync(
                $"{place.Noun} membership has been created", given.Value.Membership, MembershipWire.Write, StatusCodes.Status201Created);
        }
    }

    public async ValueTask ShowAsync(Exchange exchange)
    {
        var place = PlaceOf(exchange);
        var membership = await findMembership.RunAsync(
            exchange.Caller, TeamOf(exchange), place.ScopeOf(exchange), exchange.Cancellation);
        if (!await exchange.RefusedAsync(membership))
        {
            await exchange.SucceedAsync(
                $"Team {place.CurrentNoun} membership retrieved successfully", membership.Value, MembershipWire.Write);
        }
    }

    /// <summary>Unlike a user's, a team's changed membership is answered in groups too.</summary>
    public async ValueTask ChangeAsync(Exchange exchange)
    {
        if (await exchange.ReadRoleAsync() is not { } role)
        {
            return;
        }

        var place = PlaceOf(exchange);
        var request = new GiveRoleRequest(
            TeamOf(exchange), place.ScopeOf(exchange), RoleChoice.Named(role), GiveMode.Change);
        var given = await giveRole.RunAsync(exchange.Caller, request, exchange.Cancellation);
        if (!await exchange.RefusedAsync(given))
        {
            await exchange.SucceedAsync($"{place.Noun} membership has been updated", given.Value.Membership, MembershipWire.Write);
        }
    }

    public async ValueTask EndAsync(Exchange exchange)
    {
        var place = PlaceOf(exchange);
        var ended = await endMembership.RunAsync(
            exchange.Caller, TeamOf(exchange), place.ScopeOf(exchange), exchange.Cancellation);
        if (!await exchange.RefusedAsync(ended))
        {
            await exchange.SucceedAsync($"{place.Noun} membership has been deleted");
        }
    }

    private static Place PlaceOf(Exchange exchange) => Place.Of(exchange.Pattern())!;

    private static MemberRef TeamOf(Exchange exchange) => MemberRef.Team(exchange.Path("teamId"));
}
