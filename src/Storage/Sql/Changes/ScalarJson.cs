using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Roster.Core.Access;

namespace Roster.Storage.Sql.Changes;

/// <summary>Values that conditions compare, as JSON: in the log and in tables.</summary>
internal static class ScalarJson
{
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Utf8JsonWriter json, in Scalar value)
    {
        switch (value.Kind)
        {
            case ScalarKind.Text:
                json.WriteStringValue(value.Text);
                break;
            case ScalarKind.Number:
                json.WriteNumberValue(value.Number);
                break;
            default:
                json.WriteBooleanValue(value.Flag);
                break;
        }
    }

    public static Scalar Read(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Scalar.Of(value.GetString()!),
        JsonValueKind.Number => Scalar.Of(value.GetDouble()),
        JsonValueKind.True => Scalar.Of(true),
        JsonValueKind.False => Scalar.Of(false),
        _ => throw new NotSupportedException($"A value of kind {value.ValueKind} is not known."),
    };

    public static string Write(Attributes attributes) => Write(json =>
    {
        json.WriteStartObject();
        foreach (var (name, value) in attributes.Values)
        {
            json.WritePropertyName(name);
            Write(json, value);
        }

        json.WriteEndObject();
    });

    public static Attributes ReadAttributes(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Attributes.From(document.RootElement.EnumerateObject()
            .Select(member => KeyValuePair.Create(member.Name, Read(member.Value)))
            .ToList());
    }

    public static string Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Writing))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
