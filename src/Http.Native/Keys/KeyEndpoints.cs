using Roster.Core.Keys;
using Roster.Core.Values;
using Roster.Http.Native.Writes;

namespace Roster.Http.Native.Keys;

internal sealed class KeyEndpoints(ListKeys list, MintKey mint, RevokeKey revoke, RotateKey rotate)
{
    public async ValueTask ListAsync(Exchange exchange)
    {
        var query = exchange.Query();
        var page = query.Page(exchange, "keys");
        if (await exchange.RefusedAsync(query.Problem))
        {
            return;
        }

        var found = await list.RunAsync(exchange.Caller, page, exchange.Cancellation);
        if (!await exchange.RefusedAsync(found))
        {
            await exchange.AnswerAsync("keys", found.Value, KeyWire.Write);
        }
    }

    public async ValueTask ShowAsync(Exchange exchange)
    {
        var found = await list.FindAsync(exchange.Caller, Named(exchange), exchange.Cancellation);
        if (!await exchange.RefusedAsync(found))
        {
            await exchange.AnswerAsync(200, found.Value, KeyWire.Write);
        }
    }

    public async ValueTask MintAsync(Exchange exchange)
    {
        if (await exchange.ReadBodyAsync() is not { } body)
        {
            return;
        }

        var request = KeyBody.Read(body);
        if (!await exchange.RefusedAsync(body.Problem))
        {
            await exchange.WriteAsync(caller => mint.RunAsync(caller, request, exchange.Cancellation), KeyWire.Minted);
        }
    }

    public async ValueTask RotateAsync(Exchange exchange)
    {
        if (await exchange.ReadBodyAsync() is not { } body)
        {
            return;
        }

        var overlap = KeyBody.ReadOverlap(body);
        if (!await exchange.RefusedAsync(body.Problem))
        {
            await exchange.WriteAsync(
                caller => rotate.RunAsync(caller, Named(exchange), overlap, exchange.Cancellation), KeyWire.Minted);
        }
    }

    public ValueTask RevokeAsync(Exchange exchange) => exchange.WriteAsync(
        caller => revoke.RunAsync(caller, Named(exchange), exchange.Cancellation), Replies.Nothing<ApiKey>());

    private static KeyId Named(Exchange exchange) => new(exchange.Path("id"));
}
