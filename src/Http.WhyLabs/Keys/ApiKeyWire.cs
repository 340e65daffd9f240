using System.Text.Json;
using Roster.Core.Keys;
using Roster.Core.Values;

namespace Roster.Http.WhyLabs.Keys;

internal static class ApiKeyWire
{
    /// <summary>A key just made, with the text that is shown this once.</summary>
    public static void Write(Utf8JsonWriter json, (AccountId Account, MintedKey Minted) shown) =>
        Write(json, shown.Account, shown.Minted.Key, shown.Minted.Credential.ToString());

    public static void Write(Utf8JsonWriter json, (AccountId Account, ApiKey Key) shown) =>
        Write(json, shown.Account, shown.Key, null);

    public static void WriteList(Utf8JsonWriter json, (AccountId Account, IReadOnlyList<ApiKey> Keys) shown)
    {
        json.WriteStartObject();
        json.WriteStartArray("items");
        foreach (var key in shown.Keys)
        {
            json.WriteStartObject();
            WriteCommon(json, shown.Account, key);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, AccountId account, ApiKey key, string? text)
    {
        json.WriteStartObject();
        json.WriteIfAny("key", text);
        json.WriteString("userId", HolderOf(key));
        json.WriteString("creationTime", LocalTime(key.CreatedAt));
        json.WriteBoolean("revoked", key.RevokedAt is not null);
        WriteCommon(json, account, key);
        json.WriteEndObject();
    }

    private static void WriteCommon(Utf8JsonWriter json, AccountId account, ApiKey key)
    {
        json.WriteString("keyId", key.Id.Value);
        json.WriteString("orgId", account.Value);
        json.WriteIfAny("expirationTime", key.ExpiresAt is { } end ? LocalTime(end) : null);
        json.WriteIfAny("alias", key.Name.Length > 0 ? key.Name : null);
        if (KeyScopes.Of(key) is { Count: > 0 } scopes)
        {
            json.WriteStartArray("scopes");
            foreach (var scope in scopes)
            {
                json.WriteStringValue(scope);
            }

            json.WriteEndArray();
        }
    }

    /// <summary>Clients insist on a user id: where no user owns the key, the key that made it stands in, as at WhyLabs.</summary>
    private static string HolderOf(ApiKey key) =>
        key.Owner?.Value ?? key.CreatedBy[(key.CreatedBy.IndexOf(':', StringComparison.Ordinal) + 1)..];

    /// <summary>UTC without saying so, as the clients expect it.</summary>
    private static string LocalTime(Instant time) => time.ToDateTimeOffset().ToString("yyyy-MM-ddTHH:mm:ss.FFF");
}
