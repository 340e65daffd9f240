using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Roster.Http;

/// <summary>
/// <c>Roster-Revision</c> on every answer and <c>Roster-At-Least</c> on a request: <c>epoch-revision</c>. The epoch tells a
/// restored backup's revisions from those that were lost.
/// </summary>
public static class RevisionHeaders
{
    public const string Revision = "Roster-Revision";
    public const string AtLeast = "Roster-At-Least";

    public static string Format(string epoch, long revision) =>
        string.Create(CultureInfo.InvariantCulture, $"{epoch}-{revision}");

    /// <summary>Null when the request may be answered at this revision: it names none, or one that is not later.</summary>
    internal static HttpFault? Check(HttpRequest request, string epoch, long revision)
    {
        if (request.Headers[AtLeast] is not { Count: > 0 } wanted)
        {
            return null;
        }

        var prefix = epoch + "-";
        var known = wanted is [{ } text]
            && text.StartsWith(prefix, StringComparison.Ordinal)
            && long.TryParse(text.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var least)
            && least <= revision;
        return known
            ? null
            : new HttpFault(HttpFaultKind.UnknownRevision, $"{AtLeast} must be a {Revision} that this server has answered for this account.");
    }
}
