using System.Globalization;
using Roster.Core.Values;

namespace Roster.Http.Native;

/// <summary>Times in requests: RFC 3339, in UTC or with an offset.</summary>
internal static class Timestamps
{
    private static readonly string[] Accepted =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd't'HH:mm:ss.FFFFFFF'z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz",
    ];

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

        if (fields.IsText(name))
        {
            fields.Refuse(name, "must be a time like 2030-01-31T12:00:00Z");
        }

        return default;
    }
}
