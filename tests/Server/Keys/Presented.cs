using Roster.Core.Keys;
using Roster.Http;

namespace Roster.Tests.Server.Keys;

/// <summary>A key, or what is to pass for one, as the client of a door presents it.</summary>
internal static class Presented
{
    public static string Header(CredentialSource source) => source == CredentialSource.ApiKeyHeader ? "X-API-Key" : "Authorization";

    /// <summary>A key that opens the door. Basic has no room for the account's name.</summary>
    public static (string Name, string Value) As(CredentialSource source, Credential key) =>
        As(source, (source == CredentialSource.Basic ? key with { Account = null } : key).ToString());

    /// <param name="text"><c>id.secret[:org]</c>; what Basic encodes has a colon for the first dot.</param>
    public static (string Name, string Value) As(CredentialSource source, string text) => source switch
    {
        CredentialSource.ApiKeyHeader => ("X-API-Key", text),
        CredentialSource.Basic => ("Authorization", "Basic " + Convert.ToBase64String(Encoding.Latin1.GetBytes(FirstDot(text)))),
        _ => ("Authorization", "Bearer " + text),
    };

    private static string FirstDot(string text) =>
        text.IndexOf('.', StringComparison.Ordinal) is >= 0 and var dot ? $"{text[..dot]}:{text[(dot + 1)..]}" : text;
}
