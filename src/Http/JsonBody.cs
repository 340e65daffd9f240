using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Roster.Http;

/// <summary>Reads a request's body as one JSON object: UTF-8, bounded, no name twice.</summary>
internal static class JsonBody
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

    public static async ValueTask<(Fields? Fields, HttpFault? Fault)> ReadAsync(Exchange exchange, IReadOnlyList<BodyForm> forms)
    {
        var request = exchange.Context.Request;
        var form = FormOf(request.ContentType, forms);
        if (form is null && !exchange.Dialect.Reads(request.ContentType))
        {
            return (null, new(HttpFaultKind.UnsupportedMediaType, $"The body must be {string.Join(" or ", ["application/json", .. forms.Select(other => other.MediaTypes[0])])}."));
        }

        var limit = exchange.Route!.MaxBody;
        if (request.ContentLength > limit)
        {
            return (null, TooLarge(limit));
        }

        if (limit > Route.DefaultMaxBody && exchange.Context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } bound)
        {
            // The server's own bound is for everybody else. It counts what frames the smallest pieces too, which is five times as much.
            bound.MaxRequestBodySize = 8L * limit;
        }

        try
        {
            if (await ReadAllAsync(request, limit, exchange.Cancellation) is not { } body)
            {
                return (null, TooLarge(limit));
            }

            exchange.Body = body;
            return Parse(body, form);
        }
        catch (IOException e) when (e is not BadHttpRequestException)
        {
            // Kestrel's own word for a chunk whose size is no number that it can hold.
            return (null, new(HttpFaultKind.MalformedBody, "The request was cut short or malformed."));
        }
    }

    private static async ValueTask<byte[]?> ReadAllAsync(HttpRequest request, int limit, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await request.BodyReader.ReadAsync(cancellationToken);
            if (read.Buffer.Length > limit)
            {
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return null;
            }

            if (read.IsCompleted)
            {
                var body = read.Buffer.ToArray();
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return body;
            }

            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static BodyForm? FormOf(string? contentType, IReadOnlyList<BodyForm> forms) =>
        forms.Count > 0 && MediaTypeHeaderValue.TryParse(contentType, out var type) && type.MediaType.Value?.ToLowerInvariant() is { } name
            ? forms.FirstOrDefault(form => form.MediaTypes.Contains(name))
            : null;

    private static (Fields? Fields, HttpFault? Fault) Parse(byte[] body, BodyForm? form)
    {
        var text = body.AsSpan();
        text = text.StartsWith("\uFEFF"u8) ? text[3..] : text;
        if (!Utf8.IsValid(text))
        {
            return (null, new(HttpFaultKind.MalformedBody, "The body is not UTF-8."));
        }

        try
        {
            var json = form is null ? text : form.ToJson(body.AsMemory(^text.Length..)).Span;
            EnsureNames(json);
            var root = JsonElement.Parse(json, Strict);
            return root.ValueKind == JsonValueKind.Object
                ? (new Fields(root), null)
                : (null, new(HttpFaultKind.MalformedBody, form is null ? "The body must be a JSON object." : "The body must be a mapping."));
        }
        catch (FormatException e)
        {
            return (null, new(HttpFaultKind.MalformedBody, e.Message));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return (null, new(HttpFaultKind.MalformedBody, form is null
                ? "The body is not well-formed JSON, nests too deep, or has a name twice."
                : "The body nests too deep, or has a name twice."));
        }
    }

    /// <summary>A name with half of a surrogate pair in it, escaped, is only met when names are compared: anywhere, and too late.</summary>
    /// <exception cref="InvalidOperationException">There is one.</exception>
    private static void EnsureNames(ReadOnlySpan<byte> json)
    {
        if (json.IndexOf("\\u"u8) < 0)
        {
            return;
        }

        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = Strict.MaxDepth });
        while (reader.Read())
        {
            if (reader is { TokenType: JsonTokenType.PropertyName, ValueIsEscaped: true })
            {
                reader.GetString();
            }
        }
    }

    private static HttpFault TooLarge(int limit) =>
        new(HttpFaultKind.BodyTooLarge, $"The body must be at most {limit} bytes long.");
}
