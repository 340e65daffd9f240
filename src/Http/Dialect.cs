using Roster.Core.Changes;
using Roster.Core.Outcomes;

namespace Roster.Http;

/// <summary>Which credential counts at a door; all others are ignored (design §5).</summary>
public enum CredentialSource
{
    /// <summary><c>X-API-Key: id.secret[:org]</c></summary>
    ApiKeyHeader,

    /// <summary><c>Authorization: Basic base64(id:secret)</c></summary>
    Basic,

    /// <summary><c>Authorization: Bearer id.secret[:org]</c></summary>
    Bearer,

    BearerOrBasic,
}

/// <summary>One protocol: which credential it reads and how it says no. A dialect knows no other.</summary>
public abstract class Dialect
{
    private readonly Lazy<byte[]?> _openApi;

    protected Dialect() => _openApi = new(ReadOpenApi);

    public abstract Door Door { get; }

    public abstract CredentialSource Credential { get; }

    /// <summary>Where the protocol is spoken: path prefixes, each matched by whole segments. The longest match of all dialects wins.</summary>
    public abstract IReadOnlyList<string> Roots { get; }

    /// <summary>All that the protocol answers.</summary>
    public abstract IReadOnlyList<Route> Routes { get; }

    /// <summary>The protocol's OpenAPI document, which lies beside its code as <c>openapi.json</c>; null where there is none.</summary>
    public byte[]? OpenApi => _openApi.Value;

    /// <summary>Whether who has no key is told nothing of which paths and methods there are.</summary>
    public virtual bool HidesPaths => true;

    /// <summary>Whether a request body of this Content-Type is read; null where there is no such header.</summary>
    public virtual bool Reads(string? contentType) =>
        Microsoft.Net.Http.Headers.MediaTypeHeaderValue.TryParse(contentType, out var type)
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether an answer of this dialect suits the client's <c>Accept</c>; asked of routes that need a key.</summary>
    public virtual bool Suits(Microsoft.Extensions.Primitives.StringValues accept) => Acceptance.Allows(accept, "application/json");

    /// <summary>Adds what the protocol says of every answer, kept ones and refusals included.</summary>
    public virtual void AddHeaders(Exchange exchange)
    {
    }

    /// <summary>Answers an expected failure of the core, whichever it is.</summary>
    public abstract ValueTask AnswerAsync(Exchange exchange, Fault fault);

    /// <summary>Answers what went wrong before the core was asked.</summary>
    public abstract ValueTask AnswerAsync(Exchange exchange, HttpFault fault);

    private byte[]? ReadOpenApi()
    {
        var assembly = GetType().Assembly;
        using var stream = assembly.GetManifestResourceStream($"{assembly.GetName().Name}.openapi.json");
        if (stream is null)
        {
            return null;
        }

        var document = new byte[stream.Length];
        stream.ReadExactly(document);
        return document;
    }
}
