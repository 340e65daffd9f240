using Roster.Core.Values;

namespace Roster.Http.Scim.Filters;

/// <summary>
/// Reads dates by hand into nanoseconds since the year 1: clients send more fraction digits than a
/// <see cref="DateTimeOffset"/> has, and instants before its first.
/// </summary>
internal static class ScimTimes
{
    private const long NanosecondsPerSecond = 1_000_000_000;
    private const int LongestFraction = 9;

    public static Int128 Of(Instant time) => (Int128)time.ToDateTimeOffset().UtcTicks * 100;

    /// <summary>The last instant that is not after it, as far as there are any.</summary>
    public static Instant ToInstant(Int128 nanoseconds)
    {
        var ticks = Int128.Clamp(nanoseconds / 100, 0, DateTimeOffset.MaxValue.UtcTicks);
        return Instant.From(new DateTimeOffset((long)ticks, TimeSpan.Zero));
    }

    /// <summary><c>2026-03-01T09:15:02.4817331Z</c>: a fraction of up to nine digits, <c>Z</c> or an offset; without either it is UTC. Null for anything else.</summary>
    public static Int128? Parse(ReadOnlySpan<char> text)
    {
        if (text.Length < 19 || text[4] != '-' || text[7] != '-' || text[10] is not ('T' or 't' or ' ') || text[13] != ':' || text[16] != ':')
        {
            return null;
        }

        if (Number(text[..4]) is not ({ } year and > 0)
            || Number(text[5..7]) is not ({ } month and >= 1 and <= 12)
            || Number(text[8..10]) is not ({ } day and >= 1) || day > DateTime.DaysInMonth(year, month)
            || Number(text[11..13]) is not ({ } hour and <= 23)
            || Number(text[14..16]) is not ({ } minute and <= 59)
            || Number(text[17..19]) is not ({ } second and <= 60))
        {
            return null;
        }

        var rest = text[19..];
        if (Fraction(ref rest) is not { } fraction || OffsetMinutes(rest) is not { } offset)
        {
            return null;
        }

        var days = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc).Ticks / TimeSpan.TicksPerDay;
        var seconds = (days * 86_400) + (hour * 3_600) + ((minute - offset) * 60) + second;
        return ((Int128)seconds * NanosecondsPerSecond) + fraction;
    }

    private static long? Fraction(ref ReadOnlySpan<char> rest)
    {
        if (rest is not ['.', ..])
        {
            return 0;
        }

        var length = rest[1..].IndexOfAnyExceptInRange('0', '9');
        length = length < 0 ? rest.Length - 1 : length;
        if (length is 0 or > LongestFraction || Number(rest[1..(length + 1)]) is not { } digits)
        {
            return null;
        }

        rest = rest[(length + 1)..];
        long fraction = digits;
        for (var i = length; i < LongestFraction; i++)
        {
            fraction *= 10;
        }

        return fraction;
    }

    private static int? OffsetMinutes(ReadOnlySpan<char> rest) => rest switch
    {
        [] or ['Z' or 'z'] => 0,
        [var sign and ('+' or '-'), _, _, ':', _, _]
            when Number(rest[1..3]) is { } hours and <= 23 && Number(rest[4..6]) is { } minutes and <= 59 =>
            (sign == '+' ? 1 : -1) * ((hours * 60) + minutes),
        _ => null,
    };

    private static int? Number(ReadOnlySpan<char> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit(digit))
            {
                return null;
            }

            number = (number * 10) + (digit - '0');
        }

        return number;
    }
}
