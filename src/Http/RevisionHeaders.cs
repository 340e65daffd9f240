using System.Globalization;

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

    /// <summary>The revision that the text names; null where it is none of this epoch.</summary>
    public static long? Parse(string epoch, ReadOnlySpan<char> text) =>
        text.StartsWith(epoch, StringComparison.Ordinal)
        && text[epoch.Length..] is ['-', .. var digits]
        && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var revision)
            ? revision
            : null;

    /// <summary>Null when the request may be answered: it names no revision, or one that is not later than the account's.</summary>
    internal static HttpFault? Check(Exchange exchange)
    {
        if (exchange.Context.Request.Headers[AtLeast] is not { Count: > 0 } wanted)
        {
            return null;
        }

        if (wanted is [{ } text] && Parse(exchange.Epoch, text) is { } least && least <= exchange.Revision)
        {
            exchange.HasSeen(least);
            return null;
        }

        return new HttpFault(HttpFaultKind.UnknownRevision, $"{AtLeast} must be a {Revision} that this server has answered for this account.");
    }
}
