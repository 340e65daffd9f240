using Microsoft.AspNetCore.Http;
using Roster.Core.Memberships;
using Roster.Core.Outcomes;
using Roster.Core.Users;

namespace Roster.Http.Fivetran.Users;

/// <summary>A user's explicit memberships in groups and, under both their names, in connections.</summary>
internal sealed class UserMembershipEndpoints(
    ListMemberships listMemberships, FindMembership findMembership, GiveRole giveRole, EndMembership endMembership)
{
    public async ValueTask ListAsync(Exchange exchange)
    {
        var place = PlaceOf(exchange);
        var user = UserOf(exchange);
        var query = exchange.Query();
        var list = $"users/{user.Text}/{place.Kind}";
        var page = query.Page(exchange, list);
        if (await exchange.RefusedAsync(query.Problem))
        {
            return;
        }

        var memberships = await listMemberships.OfMemberAsync(
            exchange.Caller, user, place.Kind, page, exchange.Cancellation);
        if (!await exchange.RefusedAsync(memberships))
        {
            await exchange.SucceedAsync(
                $"User memberships in {place.CurrentNoun}s retrieved successfully", list, memberships.Value, MembershipWire.Write);
        }
    }

    public async ValueTask AddAsync(Exchange exchange)
    {
        if (await exchange.ReadPlacedRoleAsync() is not var (id, role))
        {
            return;
        }

        var place = PlaceOf(exchange);
        var request = new GiveRoleRequest(UserOf(exchange), place.Scope(id), RoleChoice.Named(role), GiveMode.Add);
        var given = await giveRole.RunAsync(exchange.Caller, request, exchange.Cancellation);
        if (await exchange.RefusedAsync(given))
        {
            return;
        }

        var message = $"{place.Noun} membership has been created";
        var membership = given.Value.Membership;
        await (place == Place.Connectors
            ? exchange.AnswerAsync(StatusCodes.Status201Created, (message, membership), MembershipWire.WriteTwice)
            : exchange.SucceedAsync(message, membership, MembershipWire.Write, StatusCodes.Status201Created));
    }

    public async ValueTask ShowAsync(Exchange exchange)
    {
        var place = PlaceOf(exchange);
        var membership = await findMembership.RunAsync(
            exchange.Caller, UserOf(exchange), place.ScopeOf(exchange), exchange.Cancellation);
        if (!await exchange.RefusedAsync(membership))
        {
            await exchange.SucceedAsync(
                $"User membership in {place.CurrentNoun} retrieved successfully", membership.Value, MembershipWire.Write);
        }
    }

    public async ValueTask ChangeAsync(Exchange exchange)
    {
        if (await exchange.ReadRoleAsync() is not { } role)
        {
            return;
        }

        var place = PlaceOf(exchange);
        var request = new GiveRoleRequest(
            UserOf(exchange), place.ScopeOf(exchange), RoleChoice.Named(role), GiveMode.Change);
        var given = await giveRole.RunAsync(exchange.Caller, request, exchange.Cancellation);
        await AnswerAsync(exchange, place, "updated", given.Map(change => change.Membership));
    }

    public async ValueTask EndAsync(Exchange exchange)
    {
        var place = PlaceOf(exchange);
        var ended = await endMembership.RunAsync(
            exchange.Caller, UserOf(exchange), place.ScopeOf(exchange), exchange.Cancellation);
        await AnswerAsync(exchange, place, "deleted", ended);
    }

    /// <summary>A change of a membership in a connection answers the membership, one in a group does not.</summary>
    private static async ValueTask AnswerAsync(Exchange exchange, Place place, string done, Outcome<Membership> outcome)
    {
        if (await exchange.RefusedAsync(outcome))
        {
            return;
        }

        var message = $"{place.Noun} membership has been {done}";
        await (place == Place.Groups
            ? exchange.SucceedAsync(message)
            : exchange.SucceedAsync(message, outcome.Value, MembershipWire.Write));
    }

    private static Place PlaceOf(Exchange exchange) => Place.Of(exchange.Pattern())!;

    private static UserRef UserOf(Exchange exchange) => UserRef.ById(exchange.Path("userId"));
}
