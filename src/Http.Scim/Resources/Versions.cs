using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Roster.Core.Access;
using Roster.Core.Storage;
using Roster.Core.Values;

namespace Roster.Http.Scim.Resources;

/// <summary>
/// Versions as entity tags: the revision of the latest change. They are weak, since what follows from others can change without
/// it, and yet compared in <c>If-Match</c>: a comparison by the letter of HTTP would never find one that holds.
/// </summary>
internal static class Versions
{
    public static string Of(long revision) => string.Create(CultureInfo.InvariantCulture, $"W/\"{revision}\"");

    /// <summary>Null where the request makes no condition.</summary>
    public static Expectation? Expected(HttpRequest request) => Expected(request.Headers.IfMatch);

    /// <summary>As <c>If-Match</c>, from a text.</summary>
    public static Expectation? Expected(StringValues given)
    {
        if (given.Count == 0)
        {
            return null;
        }

        var tags = Tags(given).ToList();
        return tags.Contains("*")
            ? Expectation.Present
            : Expectation.OneOf([.. tags.Select(tag => long.TryParse(tag, NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision : -1)]);
    }

    /// <summary>
    /// True where the client has what it asks for: this version, and since then nobody's membership has come to its end by itself,
    /// which changes groups and members and makes no version.
    /// </summary>
    public static async ValueTask<bool> IsKnownAsync(HttpRequest request, IReads reads, long changedIn, Instant changedAt)
    {
        var known = Tags(request.Headers.IfNoneMatch).ToList();
        return known.Contains("*")
            || (known.Contains(Opaque(Of(changedIn))) && (await reads.NextEndAsync(changedAt) is not { } end || end > reads.Now));
    }

    // Versions hold no comma.
    private static IEnumerable<string> Tags(StringValues given) =>
        given.SelectMany(line => (line ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Select(Opaque);

    private static string Opaque(string tag)
    {
        var strong = tag.StartsWith("W/", StringComparison.OrdinalIgnoreCase) ? tag[2..] : tag;
        return strong.Length >= 2 && strong[0] == '"' && strong[^1] == '"' ? strong[1..^1] : strong;
    }
}
