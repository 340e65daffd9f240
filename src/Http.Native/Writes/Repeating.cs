using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Roster.Core.Access;
using Roster.Core.Outcomes;

namespace Roster.Http.Native.Writes;

/// <summary><c>Idempotency-Key</c>: what the client calls a request, so that it can send it again and have it done once.</summary>
internal static class Repeating
{
    public const string Header = "Idempotency-Key";

    private const int MaxLength = 255;

    /// <summary>How the answer is kept; null where the request has no name.</summary>
    /// <param name="asker">Whose the name is: two who call requests the same do not meet.</param>
    public static Outcome<Keeping?> Read<T>(Exchange exchange, string asker, Reply<T> reply)
    {
        if (exchange.Context.Request.Headers[Header] is not { Count: > 0 } given)
        {
            return (Keeping?)null;
        }

        if (given is not [{ Length: > 0 and <= MaxLength } name] || name.AsSpan().ContainsAnyExceptInRange('!', '~'))
        {
            return Fault.Invalid(Header, $"must be 1 to {MaxLength} visible ASCII characters");
        }

        // As the client has it and not hashed: names that are made in order lie together, and a write touches fewer pages.
        var epoch = exchange.Epoch;
        return new Keeping<T>(
            $"answer:{asker}/{name}",
            FingerprintOf(exchange),
            (answer, revision) => reply.Keep(answer, epoch, revision).ToBytes());
    }

    /// <summary>Of the method, the target as it came, and the body if one was read.</summary>
    private static byte[] FingerprintOf(Exchange exchange)
    {
        var request = exchange.Context.Features.GetRequiredFeature<IHttpRequestFeature>();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.RawTarget}\n"));
        hash.AppendData(exchange.Body.Span);
        return hash.GetHashAndReset();
    }
}
