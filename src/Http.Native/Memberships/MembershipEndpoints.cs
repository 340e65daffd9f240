using Roster.Core.Memberships;
using Roster.Core.Scopes;
using Roster.Core.Users;
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
        if (await PlaceAsync(exchange) is not { } scope)
        {
            return;
        }

        var found = await find.RunAsync(exchange.Caller, Named(exchange), scope, exchange.Cancellation);
        if (!await exchange.RefusedAsync(found))
        {
            await MembershipWire.One.AnswerAsync(exchange, found.Value);
        }
    }

    public async ValueTask PutAsync(Exchange exchange)
    {
        if (await PlaceAsync(exchange) is not { } scope || await exchange.ReadBodyAsync() is not { } body)
        {
            return;
        }

        var role = RoleChoice.Named(body.RequiredText("role"));
        var request = new GiveRoleRequest(Named(exchange), scope, role, GiveMode.Put, body.OptionalTime("expiresAt"));
        if (!await exchange.RefusedAsync(body.Problem))
        {
            await exchange.WriteAsync(caller => give.RunAsync(caller, request, exchange.Cancellation), MembershipWire.Given);
        }
    }

    public async ValueTask EndAsync(Exchange exchange)
    {
        if (await PlaceAsync(exchange) is { } scope)
        {
            await exchange.WriteAsync(
                caller => end.RunAsync(caller, Named(exchange), scope, exchange.Cancellation), Replies.Nothing<Membership>());
        }
    }

    private static UserRef Named(Exchange exchange) => UserRef.ById(exchange.Path("userId"));

    /// <summary>The scope that the path names; null once the request has been refused for naming no kind of scope.</summary>
    private static async ValueTask<ScopeId?> PlaceAsync(Exchange exchange)
    {
        if (WireNames.ScopeKindOf(exchange.Path("kind")) is { } kind)
        {
            return new ScopeId(kind, exchange.Path("scopeId"));
        }

        await exchange.Dialect.AnswerAsync(exchange, new HttpFault(HttpFaultKind.UnknownPath));
        return null;
    }
}
