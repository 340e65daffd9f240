using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Roster.Http;

/// <summary>Judges an <c>Accept</c> header: the most specific range that covers a media type decides.</summary>
public static class Acceptance
{
    /// <summary>True where there is no header, or none that can be read.</summary>
    public static bool Allows(StringValues accept, string type)
    {
        if (accept.Count == 0 || accept is ["*/*"] || accept is [var only] && only == type || !MediaTypeHeaderValue.TryParseList(accept, out var ranges))
        {
            return true;
        }

        return Quality(ranges, type) > 0;
    }

    /// <summary>The one that is wanted most; of several the first, and the first too where there is nothing to go by.</summary>
    public static string Choose(StringValues accept, IReadOnlyList<string> types) =>
        MediaTypeHeaderValue.TryParseList(accept, out var ranges) ? types.MaxBy(type => Quality(ranges, type))! : types[0];

    /// <summary>0 for what is not wanted.</summary>
    private static double Quality(IList<MediaTypeHeaderValue> ranges, string type)
    {
        var wanted = new MediaTypeHeaderValue(type);
        MediaTypeHeaderValue? closest = null;
        foreach (var range in ranges)
        {
            if (Covers(range, wanted) && (closest is null || Closeness(range) > Closeness(closest)))
            {
                closest = range;
            }
        }

        return closest is null ? 0 : closest.Quality ?? 1;
    }

    // Parameters such as version=2 select nothing here.
    private static bool Covers(MediaTypeHeaderValue range, MediaTypeHeaderValue type) =>
        range.MatchesAllTypes
        || (range.Type.Equals(type.Type, StringComparison.OrdinalIgnoreCase)
            && (range.MatchesAllSubTypes || range.SubType.Equals(type.SubType, StringComparison.OrdinalIgnoreCase)));

    private static int Closeness(MediaTypeHeaderValue range) =>
        range.MatchesAllTypes ? 0 : range.MatchesAllSubTypes ? 1 : 2;
}
