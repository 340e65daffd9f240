using Roster.Core.Keys;
using Roster.Core.Storage;
using Roster.Core.Values;

namespace Roster.Http.WhyLabs.Keys;

/// <summary>Keys that serve themselves: validated, made, listed and revoked by a key of the account.</summary>
internal sealed class ApiKeys(ListKeys list, MintKey mint, RevokeKey revoke, IStore store)
{
    // The last that a calendar can name.
    private const long LastMillisecond = 253_402_300_799_999;

    private static readonly TimeSpan LeastAhead = TimeSpan.FromSeconds(60);

    /// <summary>Whoever gets here presented a valid key.</summary>
    public static ValueTask ValidateAsync(Exchange exchange) => exchange.DoneAsync();

    public async ValueTask ListAsync(Exchange exchange)
    {
        var keys = await list.AllAsync(exchange.Caller, exchange.Cancellation);
        if (!await exchange.RefusedAsync(keys))
        {
            await exchange.OkAsync((exchange.Account, keys.Value), ApiKeyWire.WriteList);
        }
    }

    /// <summary>The new key belongs to whom the one that asks belongs to, and ends with them.</summary>
    public async ValueTask GenerateAsync(Exchange exchange)
    {
        var query = exchange.Query();
        var scopes = KeyScopes.Read(query);
        var expiry = Expiry(query);
        var alias = query.Text("alias") ?? "";
        if (alias.Length > Text.MaxName)
        {
            query.Refuse("alias", $"must be at most {Text.MaxName} characters long");
        }

        if (query.Text("resource_id") is not null)
        {
            query.Refuse("resource_id", "is not supported: there are no resources to bind a key to");
        }

        if (await exchange.RefusedAsync(query.Problem))
        {
            return;
        }

        var request = new MintKeyRequest(
            alias, scopes.Grants, Owner: exchange.Caller.Actor.Owner, Labels: scopes.Labels, ExpiresAt: expiry);
        var minted = await mint.RunAsync(exchange.Caller, request, exchange.Cancellation);
        if (!await exchange.RefusedAsync(minted))
        {
            await exchange.OkAsync((exchange.Account, minted.Value), ApiKeyWire.Write);
        }
    }

    /// <summary>Only of keys that the one that asks has made: any other is answered as unknown.</summary>
    public async ValueTask RevokeAsync(Exchange exchange)
    {
        var query = exchange.Query();
        var id = new KeyId(query.RequiredText("key_id"));
        if (await exchange.RefusedAsync(query.Problem))
        {
            return;
        }

        var revoked = await revoke.OwnMadeAsync(exchange.Caller, id, exchange.Cancellation);
        if (!await exchange.RefusedAsync(revoked))
        {
            await exchange.OkAsync((exchange.Account, revoked.Value), ApiKeyWire.Write);
        }
    }

    private Instant? Expiry(QueryFields query)
    {
        if (query.Long("expiration_time") is not { } milliseconds)
        {
            return null;
        }

        if (milliseconds is < 0 or > LastMillisecond || new Instant(milliseconds * 1_000) < store.Now.Plus(LeastAhead))
        {
            query.Refuse("expiration_time", $"must be a time in milliseconds at least {LeastAhead.TotalSeconds} seconds ahead");
            return null;
        }

        return new Instant(milliseconds * 1_000);
    }
}
