using System.Globalization;
using Microsoft.AspNetCore.Http;
using Roster.Core.Storage;
using Roster.Core.Values;

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

    /// <summary>Null when the request may be answered: it names no revision, or one that is known here.</summary>
    internal static async ValueTask<HttpFault?> CheckAsync(
        HttpRequest request, IStore store, AccountId account, CancellationToken cancellationToken)
    {
        if (request.Headers[AtLeast] is not { Count: > 0 } wanted)
        {
            return null;
        }

        var prefix = store.Epoch + "-";
        var known = wanted is [{ } text]
            && text.StartsWith(prefix, StringComparison.Ordinal)
            && long.TryParse(text.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var revision)
            && revision <= await store.RevisionAsync(account, cancellationToken);
        return known
            ? null
            : new HttpFault(HttpFaultKind.UnknownRevision, $"{AtLeast} must be a {Revision} that this server has answered for this account.");
    }
}
