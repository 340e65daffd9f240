using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Roster.Sdk.Transport;

/// <summary>A whole answer.</summary>
internal sealed record Reply(HttpStatusCode Status, byte[] Body, HttpResponseHeaders Headers, string? MediaType)
{
    public bool IsSuccess => (int)Status is >= 200 and < 300;

    public string Text => Encoding.UTF8.GetString(WithoutMark);

    public string? RequestId => Header("X-Request-Id");

    // Of the entity tag as it came, since it goes back as it came.
    public string? ETag => Header("ETag");

    private ReadOnlySpan<byte> WithoutMark => Body.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Body.AsSpan(Encoding.UTF8.Preamble.Length) : Body;

    /// <summary>The body, whatever its media type says; null where it is no JSON.</summary>
    public JsonElement? Json()
    {
        try
        {
            return JsonElement.Parse(WithoutMark);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public string? Header(string name) => Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;
}
