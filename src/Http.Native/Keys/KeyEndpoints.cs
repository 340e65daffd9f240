using Roster.Core.Keys;
using Roster.Core.Outcomes;
using Roster.Core.Values;

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
            await AnswerAsync(exchange, await mint.RunAsync(exchange.Caller, request, exchange.Cancellation));
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
            await AnswerAsync(
                exchange, await rotate.RunAsync(exchange.Caller, Named(exchange), overlap, exchange.Cancellation));
        }
    }

    public async ValueTask RevokeAsync(Exchange exchange)
    {
        var revoked = await revoke.RunAsync(exchange.Caller, Named(exchange), exchange.Cancellation);
        if (!await exchange.RefusedAsync(revoked))
        {
            await exchange.AnswerAsync(204);
        }
    }

    private static KeyId Named(Exchange exchange) => new(exchange.Path("id"));

    private static async ValueTask AnswerAsync(Exchange exchange, Outcome<MintedKey> minted)
    {
        if (!await exchange.RefusedAsync(minted))
        {
            await exchange.WithSecret().CreatedAsync(
                $"/api/keys/{minted.Value.Key.Id}", minted.Value, KeyWire.WriteMinted);
        }
    }
}
