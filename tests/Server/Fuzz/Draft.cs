using System.Globalization;
using Roster.Tests.Server.Requests;

namespace Roster.Tests.Server.Fuzz;

/// <summary>A request that is being spoilt. Its texts hold one character for each byte that is sent.</summary>
internal sealed class Draft(DeclaredRequest request, FilledRequest filled)
{
    public DeclaredRequest Request => request;

    public string Method { get; set; } = filled.Method;

    public string Path { get; set; } = filled.Target.Split('?')[0];

    /// <summary>Without the question mark.</summary>
    public string Query { get; set; } = filled.Target.IndexOf('?', StringComparison.Ordinal) is >= 0 and var at ? filled.Target[(at + 1)..] : "";

    public byte[]? Body { get; set; } = filled.Body is null ? null : Encoding.UTF8.GetBytes(filled.Body);

    public List<(string Name, string Value)> Headers { get; } = [.. filled.Headers];

    public string? ContentType { get; set; } = filled.Body is null ? null : "application/json";

    /// <summary>The header and all of the body as it goes over the wire; null for the body's length and the body as it is.</summary>
    public (string Header, byte[] Bytes)? Framing { get; set; }

    /// <summary>Which door it knocks at cannot be told by its path.</summary>
    public bool HasOddPath { get; set; } = filled.Target.Contains("/.", StringComparison.Ordinal) && !request.Target.Contains("/.", StringComparison.Ordinal);

    /// <summary>Its end is not where its head says, so that nothing can follow it on the connection.</summary>
    public bool IsMisframed { get; set; }

    /// <summary>The body ends before its head says.</summary>
    public bool IsCutShort { get; set; }

    public byte[] ToBytes()
    {
        var head = new StringBuilder().Append(Method).Append(' ').Append(Path);
        if (Query.Length > 0)
        {
            head.Append('?').Append(Query);
        }

        head.Append(" HTTP/1.1\r\nHost: example.com\r\n");
        foreach (var (name, value) in Headers)
        {
            head.Append(name).Append(": ").Append(value).Append("\r\n");
        }

        if (ContentType is not null)
        {
            head.Append("Content-Type: ").Append(ContentType).Append("\r\n");
        }

        var body = Framing?.Bytes ?? Body ?? [];
        var framing = Framing?.Header ?? (Body is null ? null : string.Create(CultureInfo.InvariantCulture, $"Content-Length: {Body.Length}"));
        if (framing is not null)
        {
            head.Append(framing).Append("\r\n");
        }

        return [.. Encoding.Latin1.GetBytes(head.Append("\r\n").ToString()), .. body];
    }
}
