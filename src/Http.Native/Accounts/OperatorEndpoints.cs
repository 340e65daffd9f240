using Roster.Core.Access;
using Roster.Core.Accounts;
using Roster.Core.Changes;
using Roster.Core.Keys;
using Roster.Core.Values;
using Roster.Http.Native.Keys;

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
        if (await exchange.RefusedAsync(body.Problem))
        {
            return;
        }

        var opened = await open.RunAsync(Actor, Door.Native, request, exchange.Cancellation);
        if (!await exchange.RefusedAsync(opened))
        {
            await exchange.WithSecret().CreatedAsync(
                $"/api/accounts/{opened.Value.Account.Id}", opened.Value, AccountWire.WriteOpened);
        }
    }

    public async ValueTask CloseAsync(Exchange exchange)
    {
        var closed = await close.RunAsync(new AccountId(exchange.Path("id")), exchange.Cancellation);
        if (!await exchange.RefusedAsync(closed))
        {
            await exchange.AnswerAsync(204);
        }
    }

    public async ValueTask MintKeyAsync(Exchange exchange)
    {
        if (await exchange.ReadBodyAsync() is not { } body)
        {
            return;
        }

        var request = KeyBody.Read(body);
        if (await exchange.RefusedAsync(body.Problem))
        {
            return;
        }

        var caller = new Caller(new AccountId(exchange.Path("id")), Actor, Door.Native);
        var minted = await mint.RunAsync(caller, request, exchange.Cancellation);
        if (!await exchange.RefusedAsync(minted))
        {
            await exchange.WithSecret().CreatedAsync(
                $"/api/keys/{minted.Value.Key.Id}", minted.Value, KeyWire.WriteMinted);
        }
    }
}
