using System.Text.Json;
using Roster.Core.Accounts;
using Roster.Http.Native.Keys;

namespace Roster.Http.Native.Accounts;

internal static class AccountWire
{
    public static void Write(Utf8JsonWriter json, Account account)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, account.Id.Value);
        json.WriteString("name"u8, account.Name);
        json.WriteTime("createdAt"u8, account.CreatedAt);
        json.WriteTime("closedAt"u8, account.ClosedAt);
        json.WriteEndObject();
    }

    public static void WriteOpened(Utf8JsonWriter json, OpenedAccount opened)
    {
        json.WriteStartObject();
        json.WritePropertyName("account"u8);
        Write(json, opened.Account);
        json.WritePropertyName("key"u8);
        KeyWire.WriteMinted(json, opened.Key);
        json.WriteEndObject();
    }
}
