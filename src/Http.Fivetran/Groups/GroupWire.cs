using System.Text.Json;
using Roster.Core.Scopes;

namespace Roster.Http.Fivetran.Groups;

internal static class GroupWire
{
    public static void Write(Utf8JsonWriter json, Scope group)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, group.Id.Id);
        json.WriteString("name"u8, group.Name);
        json.WriteTime("created_at"u8, group.CreatedAt);
        json.WriteEndObject();
    }

    /// <summary>Nothing here connects to a destination, so a group has no key. An invented one would end up in somebody's authorized_keys.</summary>
    public static void WritePublicKey(Utf8JsonWriter json, Scope group) => WriteEmpty(json, "public_key");

    /// <summary>As little is there a service account.</summary>
    public static void WriteServiceAccount(Utf8JsonWriter json, Scope group) => WriteEmpty(json, "service_account");

    private static void WriteEmpty(Utf8JsonWriter json, string name)
    {
        json.WriteStartObject();
        json.WriteString(name, "");
        json.WriteEndObject();
    }
}
