using System.Globalization;

namespace Roster.Sdk.Transport;

/// <summary>How long to wait before a call is made again.</summary>
internal static class Waiting
{
    private const double Shortest = 0.25;
    private const double Longest = 8;

    private static readonly TimeSpan Forever = TimeSpan.FromDays(36_500);

    /// <summary>Never less than the server asks for. Many clients that were refused at once don't come back at once.</summary>
    /// <param name="attempt">1 for the first.</param>
    /// <param name="chance">From 0 to 1.</param>
    public static TimeSpan For(int attempt, TimeSpan? asked, double chance)
    {
        var own = Math.Min(Shortest * Math.Pow(2, attempt - 1), Longest) * (0.5 + (0.5 * chance));
        var least = asked?.TotalSeconds ?? 0;
        return TimeSpan.FromSeconds(Math.Max(own, least + (Math.Min(least * 0.1, 1) * chance)));
    }

    /// <summary>What a <c>Retry-After</c> says, in seconds or as a date; null where it says nothing that can be understood.</summary>
    public static TimeSpan? Asked(string? retryAfter, DateTimeOffset now)
    {
        if (retryAfter is null)
        {
            return null;
        }

        var text = retryAfter.AsSpan().Trim();
        if (text.Length > 0 && !text.ContainsAnyExceptInRange('0', '9'))
        {
            return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < Forever.TotalSeconds
                ? TimeSpan.FromSeconds(seconds)
                : Forever;
        }

        return DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var date)
            ? TimeSpan.FromTicks(Math.Clamp((date - now).Ticks, 0, Forever.Ticks))
            : null;
    }
}
