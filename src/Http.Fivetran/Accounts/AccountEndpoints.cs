using System.Text.Json;
using Roster.Core.Access;
using Roster.Core.Accounts;

namespace Roster.Http.Fivetran.Accounts;

/// <summary>Which account the key opens, and whose it is.</summary>
internal sealed class AccountEndpoints(ShowAccount showAccount)
{
    public async ValueTask ShowAsync(Exchange exchange)
    {
        var account = await showAccount.RunAsync(exchange.Caller, exchange.Cancellation);
        if (!await exchange.RefusedAsync(account))
        {
            await exchange.SucceedAsync(
                "Account information retrieved successfully", (account.Value, exchange.Caller.Actor), Write);
        }
    }

    private static void Write(Utf8JsonWriter json, (Account Account, Actor Actor) info)
    {
        json.WriteStartObject();
        json.WriteString("account_id"u8, info.Account.Id.Value);
        json.WriteString("account_name"u8, info.Account.Name);
        if (info.Actor.Owner is { } owner)
        {
            json.WriteString("user_id"u8, owner.Value);
        }
        else if (info.Actor is KeyActor { Key.Id: var key })
        {
            json.WriteString("system_key_id"u8, key.Value);
        }

        json.WriteEndObject();
    }
}
