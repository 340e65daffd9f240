using System.Text.Json;
using Roster.Core.Accounts;
using Roster.Http.Native.Keys;

namespace Roster.Http.Native.Accounts;

internal static class AccountWire
{
    /// <summary>An account's version is its revision.</summary>
    public static readonly Reply<Account> One = new() { Body = Write, Version = account => account.Revision };

    public static readonly Reply<OpenedAccount> Opened = new()
    {
        Body = (json, opened) => WriteOpened(json, opened, opened.Key.Credential.ToString()),
        BodyAgain = (json, opened) => WriteOpened(json, opened, null),
        Version = opened => opened.Account.Revision,
        Location = opened => $"/api/accounts/{opened.Account.Id}",
    };

    public static void Write(Utf8JsonWriter json, Account account)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, account.Id.Value);
        json.WriteString("name"u8, account.Name);
        json.WriteTime("createdAt"u8, account.CreatedAt);
        json.WriteTime("closedAt"u8, account.ClosedAt);
        json.WriteEndObject();
    }

    private static void WriteOpened(Utf8JsonWriter json, OpenedAccount opened, string? key)
    {
        json.WriteStartObject();
        json.WritePropertyName("account"u8);
        Write(json, opened.Account);
        json.WritePropertyName("key"u8);
        KeyWire.WriteMinted(json, opened.Key.Key, key);
        json.WriteEndObject();
    }
}
