using System.Text.Json;
using Roster.Core.Roles;

namespace Roster.Http.Native.Roles;

internal static class RoleWire
{
    public static void Write(Utf8JsonWriter json, Role role)
    {
        json.WriteStartObject();
        json.WriteString("name"u8, role.Name);
        json.WriteString("description"u8, role.Description);
        json.WriteStartArray("kinds"u8);
        foreach (var kind in role.Kinds)
        {
            json.WriteStringValue(kind.WireName());
        }

        json.WriteEndArray();
        json.WriteString("level"u8, role.Level.WireName());
        json.WriteStartArray("permissions"u8);
        foreach (var permission in role.Permissions)
        {
            json.WriteStringValue(permission);
        }

        json.WriteEndArray();
        json.WriteBoolean("cascades"u8, role.Cascades);
        json.WriteBoolean("isCustom"u8, role.IsCustom);
        json.WriteString("replacedBy"u8, role.ReplacedBy);
        json.WriteEndObject();
    }
}
