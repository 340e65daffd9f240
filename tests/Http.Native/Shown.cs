using System.Globalization;
using System.Text.RegularExpressions;

namespace Roster.Tests.Http.Native;

/// <summary>A whole answer as one text: the status, each header that means something at this door, and the body to the byte.</summary>
internal static partial class Shown
{
    public const string RequestId = "request-1";

    private static readonly string[] Headers = ["Allow", "Cache-Control", "ETag", "Location", "Retry-After", "WWW-Authenticate"];

    /// <summary>What nobody can know before it is made reads <c>ID</c>, <c>KEY</c> and <c>SECRET</c>.</summary>
    public static string Of(Answer answer)
    {
        var headers = Headers.Where(name => answer.Header(name) is not null).Select(name => $"{name}: {answer.Header(name)}");
        var text = string.Join('\n', [answer.Status.ToString(CultureInfo.InvariantCulture), .. headers, answer.Text]);
        if (NewKey().Match(text) is { Success: true } minted)
        {
            text = text.Replace(minted.Groups["id"].Value, "KEY");
        }

        return Secrets().Replace(MadeIds().Replace(text, "${kind}-ID"), ".SECRET");
    }

    public static string Answer(int status, string body, params string[] headers) =>
        string.Join('\n', [status.ToString(CultureInfo.InvariantCulture), .. headers, body]);

    public static string Created(string location, string body, long version) =>
        Answer(201, body, Version(version), $"Location: {location}");

    /// <summary>With a secret in it, which nothing may keep.</summary>
    public static string CreatedOnce(string location, string body) => Answer(201, body, "Cache-Control: no-store", $"Location: {location}");

    public static string Version(long version) => $"ETag: \"{{epoch}}-{version}\"";

    public static string Page(params string[] items) => $$"""{"items":[{{string.Join(',', items)}}],"nextCursor":null}""";

    public static string Problem(int status, string name, string title, string detail, string? field = null, params string[] headers)
    {
        var named = field is null ? "null" : $"\"{field}\"";
        return Answer(
            status,
            $$"""{"type":"urn:roster:problem:{{name}}","title":"{{title}}","status":{{status}},"detail":"{{detail}}","field":{{named}},"requestId":"{{RequestId}}"}""",
            headers);
    }

    public static string Invalid(string field, string detail) => Problem(400, "invalid-value", "A value is not valid", detail, field);

    public static string NotPermitted(string grant) =>
        Problem(403, "not-permitted", "The key may not do this here", $"The key may not do this here: it needs '{grant}'.");

    public static string Above(string touched, string own, string? field = null) => Problem(
        403, "above-actor", "The role is above the key's own level",
        $"The key may not touch a role of level {touched}: its own level is {own}.", field);

    /// <param name="kind">As the wire says it.</param>
    public static string Unknown(string kind, string id, string? field = null) =>
        Problem(404, $"unknown-{kind}", $"There is no such {kind}", $"There is no {kind} '{id}'.", field);

    [GeneratedRegex("(?<kind>user|group|connector|team|invitation)-[0-9a-z]{21}|(?<kind>org)-[2-9A-Za-z]{12}", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex MadeIds();

    [GeneratedRegex("""
        "key":"(?<id>[0-9A-Za-z]{10})\.
        """, RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace, 1_000)]
    private static partial Regex NewKey();

    [GeneratedRegex(@"\.[0-9A-Za-z]{53}", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Secrets();
}
