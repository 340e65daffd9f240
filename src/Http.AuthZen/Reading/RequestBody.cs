using System.Buffers;
using Microsoft.AspNetCore.Http;
using Roster.Core.Outcomes;

namespace Roster.Http.AuthZen.Reading;

/// <summary>What is made of a body's bytes while they lie in the server's own buffer; it may keep none of them.</summary>
internal delegate Outcome<T> Form<T>(ReadOnlySpan<byte> json);

/// <summary>Reads a request's body where it lies, mostly without a copy.</summary>
internal static class RequestBody
{
    public const int MaxBytes = 1_048_576;

    private const string CutShort = "The request was cut short or malformed.";

    /// <summary>The request; null once it has been refused.</summary>
    public static async ValueTask<T?> ReadAsync<T>(this Exchange exchange, Form<T> form)
        where T : class
    {
        var request = exchange.Context.Request;
        if (!exchange.Dialect.Reads(request.ContentType))
        {
            return await RefuseAsync<T>(exchange, new(HttpFaultKind.UnsupportedMediaType));
        }

        if (request.ContentLength > MaxBytes)
        {
            return await RefuseAsync<T>(exchange, TooLarge);
        }

        Outcome<T> made;
        try
        {
            while (true)
            {
                // Not bound to the client's leaving, which would cost each request a token source: then the read fails.
                var read = await request.BodyReader.ReadAsync(CancellationToken.None);
                if (read.Buffer.Length > MaxBytes)
                {
                    request.BodyReader.AdvanceTo(read.Buffer.End);
                    return await RefuseAsync<T>(exchange, TooLarge);
                }

                if (read.IsCompleted)
                {
                    made = form(read.Buffer.IsSingleSegment ? read.Buffer.FirstSpan : read.Buffer.ToArray());
                    request.BodyReader.AdvanceTo(read.Buffer.End);
                    break;
                }

                request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            }
        }
        catch (IOException e) when (e is not BadHttpRequestException)
        {
            // Kestrel's own word for a chunk whose size is no number that it can hold.
            return await RefuseAsync<T>(exchange, new(HttpFaultKind.MalformedBody, CutShort));
        }

        return await exchange.RefusedAsync(made.Fault) ? null : made.Value;
    }

    private static HttpFault TooLarge => new(HttpFaultKind.BodyTooLarge, $"The body must be at most {MaxBytes} bytes long.");

    private static async ValueTask<T?> RefuseAsync<T>(Exchange exchange, HttpFault fault)
        where T : class
    {
        await exchange.Dialect.AnswerAsync(exchange, fault);
        return null;
    }
}
