using System.Text.Json;
using Roster.Http.Scim.Schemas;

namespace Roster.Http.Scim.Answers;

internal static class ErrorWire
{
    public static void Write(Utf8JsonWriter json, ScimError error)
    {
        json.WriteStartObject();
        json.WriteStartArray("schemas"u8);
        json.WriteStringValue(Urns.Error);
        json.WriteEndArray();

        // A text, not a number: so the RFC, and clients compare it.
        json.WriteString("status"u8, error.Status.ToString());
        if (error.Type is { } type)
        {
            json.WriteString("scimType"u8, type);
        }

        json.WriteString("detail"u8, error.Detail);
        json.WriteEndObject();
    }
}
