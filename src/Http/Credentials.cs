using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Roster.Core.Keys;

namespace Roster.Http;

/// <summary>Reads the one credential that counts at a door.</summary>
internal static class Credentials
{
    public const string ApiKeyHeader = "X-API-Key";

    /// <summary>False where the request carries none of that kind at all; the credential is null where it cannot be a key.</summary>
    public static bool TryRead(HttpRequest request, CredentialSource source, out Credential? credential)
    {
        credential = null;
        if (source == CredentialSource.ApiKeyHeader)
        {
            return TryHeader(request.Headers[ApiKeyHeader], "", out var text) && Parsed(Credential.Parse(text), out credential);
        }

        var authorization = request.Headers.Authorization;
        if (source is CredentialSource.Basic or CredentialSource.BearerOrBasic
            && TryHeader(authorization, "Basic ", out var basic))
        {
            return Parsed(FromBasic(basic), out credential);
        }

        return source is CredentialSource.Bearer or CredentialSource.BearerOrBasic
            && TryHeader(authorization, "Bearer ", out var bearer)
            && Parsed(Credential.Parse(bearer), out credential);
    }

    private static bool Parsed(Credential? parsed, out Credential? credential)
    {
        credential = parsed;
        return true;
    }

    // A header that is sent twice names no one credential.
    private static bool TryHeader(StringValues header, string scheme, out string text)
    {
        text = "";
        if (header.Count != 1 || header[0] is not { Length: > 0 } value || !value.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
        {
            return header.Count > 1;
        }

        text = value[scheme.Length..].Trim(' ');
        return true;
    }

    private static Credential? FromBasic(string text)
    {
        Span<byte> bytes = stackalloc byte[Credential.MaxLength];
        if (!Convert.TryFromBase64String(text, bytes, out var length))
        {
            return null;
        }

        var colon = bytes[..length].IndexOf((byte)':');
        return colon < 0
            ? null
            : Credential.Of(Decoded(bytes[..colon]), Decoded(bytes[(colon + 1)..length]));
    }

    /// <summary>OAuth's clients encode both halves as forms do (RFC 6749 §2.3.1); in a key there is nothing that decoding would change.</summary>
    private static string Decoded(ReadOnlySpan<byte> half)
    {
        var text = Encoding.Latin1.GetString(half);
        return text.Contains('%', StringComparison.Ordinal) ? WebUtility.UrlDecode(text) : text;
    }
}
