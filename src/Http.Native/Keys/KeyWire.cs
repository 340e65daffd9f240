using System.Text.Json;
using Roster.Core.Keys;

namespace Roster.Http.Native.Keys;

internal static class KeyWire
{
    private static readonly (Grants Grant, string Name)[] Names =
    [
        (Grants.Read, "read"), (Grants.Provision, "provision"), (Grants.Admin, "admin"), (Grants.Check, "check"),
    ];

    /// <summary>With the key's full text, which is nowhere else.</summary>
    public static readonly Reply<MintedKey> Minted = new()
    {
        Body = (json, minted) => WriteMinted(json, minted.Key, minted.Credential.ToString()),
        BodyAgain = (json, minted) => WriteMinted(json, minted.Key, null),
        Location = minted => $"/api/keys/{minted.Key.Id}",
    };

    public static Grants? GrantOf(string name) =>
        Names.FirstOrDefault(entry => entry.Name == name) is { Name: not null } entry ? entry.Grant : null;

    public static void Write(Utf8JsonWriter json, ApiKey key)
    {
        json.WriteStartObject();
        WriteMembers(json, key);
        json.WriteEndObject();
    }

    /// <param name="text">Null where it has been shown before.</param>
    public static void WriteMinted(Utf8JsonWriter json, ApiKey key, string? text)
    {
        json.WriteStartObject();
        WriteMembers(json, key);
        json.WriteString("key"u8, text);
        json.WriteEndObject();
    }

    public static void WriteGrants(Utf8JsonWriter json, Grants grants)
    {
        json.WriteStartArray("grants"u8);
        foreach (var (grant, name) in Names)
        {
            if ((grants & grant) != 0)
            {
                json.WriteStringValue(name);
            }
        }

        json.WriteEndArray();
    }

    private static void WriteMembers(Utf8JsonWriter json, ApiKey key)
    {
        json.WriteString("id"u8, key.Id.Value);
        json.WriteString("name"u8, key.Name);
        WriteGrants(json, key.Grants);
        json.WriteString("level"u8, key.Level.WireName());
        json.WriteString("ownerId"u8, key.Owner?.Value);
        json.WriteTime("expiresAt"u8, key.ExpiresAt);
        json.WriteTime("revokedAt"u8, key.RevokedAt);
        json.WriteString("createdBy"u8, key.CreatedBy);
        json.WriteTime("createdAt"u8, key.CreatedAt);
        json.WriteTime("lastUsedAt"u8, key.LastUsedAt);
    }
}
