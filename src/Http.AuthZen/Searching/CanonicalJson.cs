using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;

namespace Roster.Http.AuthZen.Searching;

/// <summary>Tells requests apart by what they say: the order of members and white space do not count.</summary>
internal static class CanonicalJson
{
    private static readonly string[] Asked = ["subject", "action", "resource", "context"];

    /// <summary>A hash of the endpoint and of the members of the body that a search is made of.</summary>
    public static byte[] HashOf(string endpoint, JsonElement body)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Exchange.Writing))
        {
            json.WriteStartArray();
            json.WriteStringValue(endpoint);
            foreach (var name in Asked)
            {
                Write(json, body.TryGetProperty(name, out var member) ? member : default);
            }

            json.WriteEndArray();
        }

        return SHA256.HashData(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Undefined:
                json.WriteNullValue();
                break;
            case JsonValueKind.Object:
                WriteMembers(json, value);
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    Write(json, item);
                }

                json.WriteEndArray();
                break;
            case JsonValueKind.Number when value.TryGetDouble(out var number) && double.IsFinite(number):
                json.WriteNumberValue(number);
                break;
            default:
                value.WriteTo(json);
                break;
        }
    }

    private static void WriteMembers(Utf8JsonWriter json, JsonElement value)
    {
        json.WriteStartObject();
        foreach (var member in value.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal))
        {
            json.WritePropertyName(member.Name);
            Write(json, member.Value);
        }

        json.WriteEndObject();
    }
}
