using System.Text.RegularExpressions;

namespace Roster.Tests.Server.Tenants;

/// <summary>All that somebody can learn by a request: the answer and what it did to the account, but for the value asked about.</summary>
internal sealed partial record Seen(int Status, string Answer, string Log)
{
    /// <param name="before">The account's revision when the request was sent.</param>
    public static Seen Of(Answer answer, string log, string value, long before)
    {
        var headers = answer.Headers.Where(header => header.Name is not ("Date" or "X-Request-Id")).Select(header => $"{header.Name}: {header.Value}");
        var text = string.Join('\n', [.. headers, "", answer.Text]);
        return new(answer.Status, Plain(text, answer, value, before), Plain(log, answer, value, before));
    }

    public override string ToString() => $"{Status}\n{Answer}\n{Log}";

    // A chosen id can be taken by the first of two requests, and each makes ids and revisions of its own.
    private static string Plain(string text, Answer answer, string value, long before)
    {
        text = text.Replace(value, "<value>", StringComparison.Ordinal).Replace(Uri.EscapeDataString(value), "<value>", StringComparison.Ordinal);
        text = text.Replace(answer.Header("X-Request-Id") ?? "<none>", "<request>", StringComparison.Ordinal);
        text = Revisions().Replace(text, match => $"{match.Groups["before"].Value}+{long.Parse(match.Groups["number"].Value) - before}");
        return Made().Replace(text, "<made>");
    }

    [GeneratedRegex("""(?<before>"(revision|set|nextAfter|appliedIn)":|-Revision: \w+-|ETag: "\w+-|W/\\?")(?<number>\d+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Revisions();

    [GeneratedRegex(@"made\d{7}|(user|group|connector|team|invitation|plan)-[0-9a-z]{21}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Made();
}
