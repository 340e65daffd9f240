using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;

namespace Roster.Http;

/// <summary>Reads a request's body as one JSON object: UTF-8, bounded, no name twice.</summary>
internal static class JsonBody
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

    public static async ValueTask<(Fields? Fields, HttpFault? Fault)> ReadAsync(Exchange exchange)
    {
        var request = exchange.Context.Request;
        if (!exchange.Dialect.Reads(request.ContentType))
        {
            return (null, new(HttpFaultKind.UnsupportedMediaType, "The body must be application/json."));
        }

        var limit = exchange.Route!.MaxBody;
        if (request.ContentLength > limit)
        {
            return (null, TooLarge(limit));
        }

        try
        {
            if (await ReadAllAsync(request, limit, exchange.Cancellation) is not { } body)
            {
                return (null, TooLarge(limit));
            }

            exchange.Body = body;
            return Parse(body);
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

    private static (Fields? Fields, HttpFault? Fault) Parse(byte[] body)
    {
        var text = body.AsSpan();
        text = text.StartsWith("\uFEFF"u8) ? text[3..] : text;
        if (!Utf8.IsValid(text))
        {
            return (null, new(HttpFaultKind.MalformedBody, "The body is not UTF-8."));
        }

        try
        {
            var root = JsonElement.Parse(text, Strict);
            return root.ValueKind == JsonValueKind.Object
                ? (new Fields(root), null)
                : (null, new(HttpFaultKind.MalformedBody, "The body must be a JSON object."));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return (null, new(HttpFaultKind.MalformedBody, "The body is not well-formed JSON, nests too deep, or has a name twice."));
        }
    }

    private static HttpFault TooLarge(int limit) =>
        new(HttpFaultKind.BodyTooLarge, $"The body must be at most {limit} bytes long.");
}
