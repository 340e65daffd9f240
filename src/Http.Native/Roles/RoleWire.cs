using System.Text.Json;
using Roster.Core.Access.Granting;
using Roster.Core.Roles;
using Roster.Core.Scopes;

namespace Roster.Http.Native.Roles;

internal static class RoleWire
{
    public static readonly Reply<FoundRole> One = new() { Body = (json, found) => Write(json, found.Role), Version = found => found.ChangedIn };

    public static readonly Reply<FoundRole> Made = new()
    {
        Body = (json, found) => Write(json, found.Role),
        Version = found => found.ChangedIn,
        Location = found => $"/api/roles/{Uri.EscapeDataString(found.Role.Name)}",
    };

    public static void Write(Utf8JsonWriter json, Role role)
    {
        json.WriteStartObject();
        json.WriteString("name"u8, role.Name);
        json.WriteString("description"u8, role.Description);
        WriteRights(json, role.Kinds, role.Level, role.Permissions);
        json.WriteBoolean("cascades"u8, role.Cascades);
        json.WriteBoolean("isCustom"u8, role.IsCustom);
        json.WriteString("replacedBy"u8, role.ReplacedBy);
        json.WriteEndObject();
    }

    public static void WriteRights(
        Utf8JsonWriter json, IReadOnlyList<ScopeKind> kinds, Level level, IReadOnlyList<Grant> permissions)
    {
        json.WriteStartArray("kinds"u8);
        foreach (var kind in kinds)
        {
            json.WriteStringValue(kind.WireName());
        }

        json.WriteEndArray();
        json.WriteString("level"u8, level.WireName());
        json.WriteStartArray("permissions"u8);
        foreach (var permission in permissions)
        {
            GrantWire.Write(json, permission);
        }

        json.WriteEndArray();
    }
}
