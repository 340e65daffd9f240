using System.Text.RegularExpressions;

namespace Roster.Tests.Server.Requests;

/// <summary>
/// A request that its route answers with success, with a <c>{placeholder}</c> wherever it names something of the account's.
/// </summary>
/// <param name="Route">Method and pattern as the dialect's route table has them.</param>
/// <param name="Target">Path and query.</param>
/// <param name="Header">A header beside the credential, as <c>Name: value</c>.</param>
public sealed partial record DeclaredRequest(string Route, Need Need, string Target, string? Body = null, string? Header = null)
{
    /// <summary>Every route that asks for a key understands it; it is sent only where a value is given for it.</summary>
    private const string AtLeast = "Roster-At-Least";

    private const string Revision = "revision";

    public string Method => Route[..Route.IndexOf(' ', StringComparison.Ordinal)];

    public string Pattern => Route[(Method.Length + 1)..];

    /// <summary>The placeholders in their order: of the target, of the body, of the headers.</summary>
    public IReadOnlyList<string> Slots =>
        [.. Placeholders().Matches(Target + Body + Header).Select(match => match.Groups["name"].Value), .. Need == Need.Anyone ? (ReadOnlySpan<string>)[] : [Revision]];

    /// <param name="value">What to write for the placeholder at a place of <see cref="Slots"/>.</param>
    public FilledRequest Fill(Func<int, string, string> value)
    {
        var slot = 0;
        var target = Fill(Target, Uri.EscapeDataString);
        var body = Body is null ? null : Fill(Body, text => text);
        List<(string Name, string Value)> headers = Header is null ? [] : [Split(Fill(Header, text => text))];
        if (Need != Need.Anyone && value(slot, Revision) is { Length: > 0 } revision)
        {
            headers.Add((AtLeast, revision));
        }

        return new(Method, target, body, headers);

        string Fill(string template, Func<string, string> escape) =>
            Placeholders().Replace(template, match => escape(value(slot++, match.Groups["name"].Value)));
    }

    public override string ToString() => $"{Method} {Target}";

    private static (string Name, string Value) Split(string header)
    {
        var colon = header.IndexOf(':', StringComparison.Ordinal);
        return (header[..colon], header[(colon + 2)..]);
    }

    [GeneratedRegex(@"\{(?<name>\w+)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Placeholders();
}

/// <summary>A request ready to be sent, but for the credential.</summary>
public sealed record FilledRequest(string Method, string Target, string? Body, IReadOnlyList<(string Name, string Value)> Headers);
