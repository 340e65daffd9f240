using Roster.Core.Access;
using Roster.Core.Accounts;
using Roster.Core.Changes;
using Roster.Core.Keys;
using Roster.Core.Outcomes;
using Roster.Core.Values;
using Roster.Http.Native.Keys;
using Roster.Http.Native.Writes;

namespace Roster.Http.Native.Accounts;

/// <summary>The instance's accounts, for who holds the operator key.</summary>
internal sealed class OperatorEndpoints(ListAccounts list, OpenAccount open, CloseAccount close, MintKey mint)
{
    private static readonly OperatorActor Actor = new();

    public async ValueTask ListAsync(Exchange exchange)
    {
        var query = exchange.Query();
        var (after, limit) = (query.Text("cursor") ?? "", query.Limit());
        if (after.Length > 0 && !IdForm.IsOrganizationId(after))
        {
            query.Refuse("cursor", "is not a cursor of this list");
        }

        if (!await exchange.RefusedAsync(query.Problem))
        {
            var found = await list.RunAsync(after, limit + 1, exchange.Cancellation);
            var items = found.Take(limit).ToList();
            await exchange.AnswerAsync(items, found.Count > limit ? items[^1].Id.Value : null, AccountWire.Write);
        }
    }

    public async ValueTask OpenAsync(Exchange exchange)
    {
        if (await exchange.ReadBodyAsync() is not { } body)
        {
            return;
        }

        var request = new OpenAccountRequest(body.RequiredText("name"), body.Text("id"));
        if (!await exchange.RefusedAsync(body.Problem))
        {
            await exchange.WriteAsync(
                Actor.Name, terms => open.RunAsync(Actor, Door.Native, request, terms, exchange.Cancellation), AccountWire.Opened);
        }
    }

    public ValueTask CloseAsync(Exchange exchange) => exchange.WriteAsync(
        Caller(exchange), caller => close.RunAsync(caller, exchange.Cancellation), Replies.Nothing<Done>());

    public async ValueTask MintKeyAsync(Exchange exchange)
    {
        if (await exchange.ReadBodyAsync() is not { } body)
        {
            return;
        }

        var request = KeyBody.Read(body);
        if (!await exchange.RefusedAsync(body.Problem))
        {
            await exchange.WriteAsync(
                Caller(exchange), caller => mint.RunAsync(caller, request, exchange.Cancellation), KeyWire.Minted);
        }
    }

    private static Caller Caller(Exchange exchange) => new(new AccountId(exchange.Path("id")), Actor, Door.Native);
}
