using System.Globalization;
using System.Text.Json;
using Roster.Core.Values;

namespace Roster.Http.Native;

/// <summary>Times on the wire: RFC 3339, written in UTC with six fraction digits.</summary>
internal static class Timestamps
{
    private const string Form = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    private static readonly string[] Accepted =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd't'HH:mm:ss.FFFFFFF'z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz",
    ];

    public static void WriteTime(this Utf8JsonWriter json, ReadOnlySpan<byte> name, Instant? time)
    {
        if (time is not { } instant)
        {
            json.WriteNull(name);
            return;
        }

        Span<char> text = stackalloc char[27];
        instant.ToDateTimeOffset().TryFormat(text, out _, Form, CultureInfo.InvariantCulture);
        json.WriteString(name, text);
    }

    /// <summary>Absent is told apart from null.</summary>
    public static Optional<Instant?> OptionalTime(this Fields fields, string name)
    {
        var text = fields.OptionalText(name);
        if (text.Or(null) is not { } given)
        {
            return text.IsSet ? new Optional<Instant?>(null) : default;
        }

        if (DateTimeOffset.TryParseExact(
            given, Accepted, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
        {
            return new Optional<Instant?>(Instant.From(time));
        }

        fields.Refuse(name, "must be a time like 2030-01-31T12:00:00Z");
        return default;
    }
}
