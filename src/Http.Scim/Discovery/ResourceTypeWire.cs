using System.Text.Json;
using Roster.Http.Scim.Answers;
using Roster.Http.Scim.Schemas;

namespace Roster.Http.Scim.Discovery;

internal static class ResourceTypeWire
{
    public static void Write(Utf8JsonWriter json, ResourceType type, Links links)
    {
        json.WriteStartObject();
        SchemaWire.WriteTexts(json, "schemas", [Urns.ResourceType]);
        json.WriteString("id"u8, type.Name);
        json.WriteString("name"u8, type.Name);
        json.WriteString("description"u8, type.Core.Description);
        json.WriteString("endpoint"u8, type.Endpoint);
        json.WriteString("schema"u8, type.Core.Urn);
        if (type.ExtensionSchema is { } extension)
        {
            json.WriteStartArray("schemaExtensions"u8);
            json.WriteStartObject();
            json.WriteString("schema"u8, extension.Urn);
            json.WriteBoolean("required"u8, false);
            json.WriteEndObject();
            json.WriteEndArray();
        }

        MetaWire.Write(json, "ResourceType", links.To("/ResourceTypes/" + type.Name));
        json.WriteEndObject();
    }
}
