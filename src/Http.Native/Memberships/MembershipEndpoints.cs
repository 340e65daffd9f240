using Roster.Core.Memberships;
using Roster.Http.Native.Writes;

namespace Roster.Http.Native.Memberships;

internal sealed class MembershipEndpoints(
    ListMemberships list, FindMembership find, GiveRole give, EndMembership end)
{
    public async ValueTask ListAsync(Exchange exchange)
    {
        var query = exchange.Query();
        var filter = MembershipQuery.Read(query);
        var listed = MembershipQuery.Name(query);
        var page = query.Page(exchange, listed);
        if (await exchange.RefusedAsync(query.Problem))
        {
            return;
        }

        var found = await list.RunAsync(exchange.Caller, filter, page, exchange.Cancellation);
        if (!await exchange.RefusedAsync(found))
        {
            await exchange.AnswerAsync(listed, found.Value, MembershipWire.Write);
        }
    }

    public async ValueTask ShowAsync(Exchange exchange)
    {
        if (await MembershipPath.PlaceAsync(exchange) is not { } scope)
        {
            return;
        }

        var found = await find.RunAsync(exchange.Caller, MembershipPath.MemberOf(exchange), scope, exchange.Cancellation);
        if (!await exchange.RefusedAsync(found))
        {
            await MembershipWire.One.AnswerAsync(exchange, found.Value);
        }
    }

    public async ValueTask PutAsync(Exchange exchange)
    {
        if (await MembershipPath.PlaceAsync(exchange) is not { } scope || await exchange.ReadBodyAsync() is not { } body)
        {
            return;
        }

        var role = RoleChoice.Named(body.RequiredText("role"));
        var request = new GiveRoleRequest(MembershipPath.MemberOf(exchange), scope, role, GiveMode.Put, body.OptionalTime("expiresAt"));
        if (!await exchange.RefusedAsync(body.Problem))
        {
            await exchange.WriteAsync(caller => give.RunAsync(caller, request, exchange.Cancellation), MembershipWire.Given);
        }
    }

    public async ValueTask EndAsync(Exchange exchange)
    {
        if (await MembershipPath.PlaceAsync(exchange) is { } scope)
        {
            await exchange.WriteAsync(
                caller => end.RunAsync(caller, MembershipPath.MemberOf(exchange), scope, exchange.Cancellation), Replies.Nothing<Membership>());
        }
    }
}
