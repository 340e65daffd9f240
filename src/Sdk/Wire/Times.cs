using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Roster.Sdk.Wire;

/// <summary>
/// Times as all servers write them: RFC 3339 with any number of fraction digits, in UTC or with an offset; without either (WhyLabs' keys) it is
/// UTC. An empty text is no time.
/// </summary>
internal sealed class Times : JsonConverter<DateTimeOffset?>
{
    private const int Precision = 7;

    public override bool HandleNull => true;

    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader);

    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options) => Write(writer, value);

    public static DateTimeOffset? Read(ref Utf8JsonReader reader) => reader.GetString() is { Length: > 0 } text ? Parse(text) : null;

    public static void Write(Utf8JsonWriter writer, DateTimeOffset? value)
    {
        if (value is { } time)
        {
            writer.WriteStringValue(time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture));
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    private static DateTimeOffset Parse(string text) =>
        DateTimeOffset.TryParse(
            Shortened(text), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : throw new JsonException($"'{text}' is not a time.");

    // Nanoseconds are more than is kept here.
    private static string Shortened(string text)
    {
        var from = text.IndexOf('.', StringComparison.Ordinal) + 1;
        var to = from;
        while (from > 0 && to < text.Length && char.IsAsciiDigit(text[to]))
        {
            to++;
        }

        return to - from > Precision ? text.Remove(from + Precision, to - from - Precision) : text;
    }
}
