using System.Globalization;
using System.Text.Json;
using Roster.Core.Values;

namespace Roster.Http;

/// <summary>Times on the wire: RFC 3339 in UTC, always with six fraction digits, as <c>2026-03-01T09:15:02.481733Z</c>.</summary>
public static class WireTime
{
    // The round-trip form has one digit more, and is formatted many times faster than a form of one's own.
    private const int Length = 27;

    public static string Format(Instant time) =>
        string.Concat(time.ToDateTimeOffset().UtcDateTime.ToString("O", CultureInfo.InvariantCulture).AsSpan(0, Length - 1), "Z");

    public static void WriteTime(this Utf8JsonWriter json, ReadOnlySpan<byte> name, Instant? time)
    {
        if (time is not { } instant)
        {
            json.WriteNull(name);
            return;
        }

        Span<byte> text = stackalloc byte[Length + 1];
        instant.ToDateTimeOffset().UtcDateTime.TryFormat(text, out _, "O", CultureInfo.InvariantCulture);
        text[Length - 1] = (byte)'Z';
        json.WriteString(name, text[..Length]);
    }
}
