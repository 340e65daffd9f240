using System.Globalization;
using Roster.Sdk;

namespace Roster.Cli.Commands;

/// <summary>Times and spans as they are typed.</summary>
internal static class Times
{
    private const string Never = "never";

    /// <summary>Null says nothing, <c>never</c> takes the end away.</summary>
    public static Change<DateTimeOffset?> Change(string? typed) => typed switch
    {
        null => default,
        Never => new Change<DateTimeOffset?>(null),
        _ => new Change<DateTimeOffset?>(Time(typed)),
    };

    /// <summary>Without an offset it is in UTC: the same words mean the same time on every machine.</summary>
    public static DateTimeOffset Time(string typed) =>
        DateTimeOffset.TryParse(typed, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : throw new CommandException($"'{typed}' is no time.", "Write it as 2031-01-01 or 2031-01-01T12:00:00Z.");

    /// <summary><c>30s</c>, <c>10m</c>, <c>24h</c>, <c>7d</c>.</summary>
    public static TimeSpan Span(string typed)
    {
        var seconds = typed.Length == 0 ? 0 : typed[^1] switch { 's' => 1, 'm' => 60, 'h' => 3600, 'd' => 86400, _ => 0 };
        return seconds > 0 && int.TryParse(typed.AsSpan(0, typed.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? TimeSpan.FromSeconds((double)seconds * count)
            : throw new CommandException($"'{typed}' is no length of time.", "Write it as 30s, 10m, 24h or 7d.");
    }
}
