using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Roster.Cli.Output;

/// <summary>Items as JSON objects.</summary>
internal static class JsonValue
{
    // It is read by people and programs, never by a browser: no letter needs to be hidden.
    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonWriterOptions Compact = Indented with { Indented = false };

    public static string Text(Action<Utf8JsonWriter> write, bool indented)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, indented ? Indented : Compact))
        {
            write(json);
        }

        return System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static string Text(JsonElement value, bool indented) => Text(value.WriteTo, indented);

    public static void WriteObject(Utf8JsonWriter json, IReadOnlyList<string> names, IReadOnlyList<object?> values)
    {
        json.WriteStartObject();
        for (var i = 0; i < names.Count; i++)
        {
            json.WritePropertyName(names[i]);
            Write(json, values[i]);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case bool truth: json.WriteBooleanValue(truth); break;
            case int number: json.WriteNumberValue(number); break;
            case long number: json.WriteNumberValue(number); break;
            case JsonElement element: element.WriteTo(json); break;
            case IEnumerable<string> many: WriteArray(json, many); break;
            default: json.WriteStringValue(Cell.Exact(value)); break;
        }
    }

    private static void WriteArray(Utf8JsonWriter json, IEnumerable<string> many)
    {
        json.WriteStartArray();
        foreach (var one in many)
        {
            json.WriteStringValue(one);
        }

        json.WriteEndArray();
    }
}
