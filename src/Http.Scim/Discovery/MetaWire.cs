using System.Text.Json;

namespace Roster.Http.Scim.Discovery;

internal static class MetaWire
{
    public static void Write(Utf8JsonWriter json, string resourceType, string location)
    {
        json.WriteStartObject("meta"u8);
        json.WriteString("resourceType"u8, resourceType);
        json.WriteString("location"u8, location);
        json.WriteEndObject();
    }
}
