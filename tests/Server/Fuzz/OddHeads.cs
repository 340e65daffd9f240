using System.Globalization;

namespace Roster.Tests.Server.Fuzz;

/// <summary>Methods, headers and framings that no client sends.</summary>
internal static class OddHeads
{
    private static readonly (string Name, string Value)[] Headers =
    [
        ("Accept", "text/html"), ("Accept", "*/*;q=0"), ("Accept", "application/json;q=2"), ("Accept", ",,,"), ("Accept", "a/b, c"), ("Accept", ""),
        ("Accept-Encoding", "gzip"), ("Content-Encoding", "gzip"), ("X-Request-Id", "a\tb"), ("X-Request-Id", "\u00ff\u00fe"), ("X-Request-Id", ""),
        ("X-Request-Id", new string('x', 10_000)), ("Roster-At-Least", ""), ("Roster-At-Least", "1"), ("Roster-At-Least", "x-1"), ("Roster-At-Least", "-"),
        ("X-WHYLABS-ORGANIZATION", "org-nobody"), ("X-WHYLABS-ORGANIZATION", "\u00e9"), ("X-Forwarded-For", "127.0.0.1"), ("X-Forwarded-Host", "evil.example"),
        ("X-HTTP-Method-Override", "DELETE"), ("If-Match", "\"x\""), ("If-None-Match", "*"), ("Range", "bytes=0-1"), ("Cookie", "a=b"), ("Origin", "null"),
        ("Upgrade", "h2c"), ("Connection", "Upgrade"), ("TE", "trailers"), ("Expect", "100-continue"), ("X-Large", new string('y', 30_000)), ("X-Too-Large", new string('z', 40_000)),
    ];

    // No client's library would send these: a carriage return, a zero, no colon, a name that is none.
    private static readonly (string Name, string Value)[] Malformed =
    [
        ("X-A", "b\r\nX-Injected: 1"), ("X-A", "b\rc"), ("X-A", "b\nX-C: d"), ("X-A", "b\0c"), ("X A", "b"), ("", "b"), ("X-A\u00ff", "b"), ("X-A", "b\r\n folded"), ("Host", "twice.example"), ("Expect", "201-created"),
    ];

    private static readonly string?[] ContentTypes =
    [
        null, "", "text/plain", "application/xml", "application/json; charset=utf-16", "application/json;", "APPLICATION/JSON", "application/scim+json", "multipart/form-data; boundary=x",
        "application/x-www-form-urlencoded", "application", "*/*", "application/json, text/plain", "\u00ff", new string('a', 5_000),
    ];

    public static void SpoilMethod(Draft draft, Random random)
    {
        draft.Method = random.Of("HEAD", "OPTIONS", "TRACE", "PUT", "PATCH", "DELETE", "POST", "GET", "get", "FOO", "PROPFIND", "G\u00c9T", "A\0B", "", new string('M', 300));
        draft.IsMisframed |= draft.Method is not ("OPTIONS" or "PUT" or "PATCH" or "DELETE" or "POST" or "GET");
    }

    public static void SpoilHeader(Draft draft, Random random)
    {
        switch (random.Next(8))
        {
            case 0:
                draft.ContentType = random.Of(ContentTypes);
                break;
            case 1:
                draft.Headers.Add(random.Of(Malformed));
                draft.IsMisframed = true;
                break;
            case 2:
                draft.Headers.AddRange(Enumerable.Range(0, random.Of(5, 90, 200)).Select(i => (string.Create(CultureInfo.InvariantCulture, $"X-{i}"), "v")));
                break;
            default:
                draft.Headers.Add(random.Of(Headers));
                break;
        }
    }

    public static void SpoilFraming(Draft draft, Random random)
    {
        var body = draft.Body ?? [];
        draft.IsCutShort = false;
        draft.IsMisframed = true;
        draft.Framing = random.Next(9) switch
        {
            0 => ("Content-Length: -1", body),
            1 => ("Content-Length: 99999999999999999999", body),
            2 => ("Content-Length: 1\u00e9", body),
            3 => Cut(draft, string.Create(CultureInfo.InvariantCulture, $"Content-Length: {body.Length + random.Of(1, 100, 20_000_000)}"), body),
            4 => Cut(draft, "Transfer-Encoding: chunked", [.. Chunk(body)]),
            5 => Cut(draft, "Transfer-Encoding: chunked", Encoding.ASCII.GetBytes("ffff\r\n{\"name\":")),
            6 => ("Transfer-Encoding: chunked", Encoding.ASCII.GetBytes(random.Of("zz\r\n", "-1\r\n{}", "fffffffffffffffff\r\n", "1\r\n{}\r\n0\r\n\r\n"))),
            7 => ("Content-Length: 2\r\nContent-Length: 3", body),
            _ => ("Transfer-Encoding: chunked", [.. Chunk(body), .. "0\r\n\r\n"u8]),
        };
    }

    private static (string Header, byte[] Bytes) Cut(Draft draft, string header, byte[] bytes)
    {
        draft.IsCutShort = true;
        return (header, bytes);
    }

    private static byte[] Chunk(byte[] body) =>
        body.Length == 0 ? [] : [.. Encoding.ASCII.GetBytes(body.Length.ToString("x", CultureInfo.InvariantCulture)), .. "\r\n"u8, .. body, .. "\r\n"u8];
}
