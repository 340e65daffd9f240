using System.Buffers;
using System.Text.Json;
using Roster.Http.Native.Writes;

namespace Roster.Http.Native;

/// <summary>How one thing is answered: what was made with 201 and its place, what has nothing to show with 204, all else with 200.</summary>
internal sealed class Reply<T>
{
    /// <summary>Null for an answer without a body.</summary>
    public Action<Utf8JsonWriter, T>? Body { get; init; }

    /// <summary>The body for who asks again, where the first one shows a secret: the same, but null for the secret.</summary>
    public Action<Utf8JsonWriter, T>? BodyAgain { get; init; }

    /// <summary>The path of what was made; null where nothing was.</summary>
    public Func<T, string?> Location { get; init; } = static _ => null;

    /// <summary>The revision of the thing's latest change; null where it has no version of its own.</summary>
    public Func<T, long?> Version { get; init; } = static _ => null;

    public ValueTask AnswerAsync(Exchange exchange, T value)
    {
        foreach (var (name, header) in HeadersOf(value, exchange.Epoch))
        {
            exchange.Context.Response.Headers[name] = header;
        }

        return Body is null ? exchange.AnswerAsync(StatusOf(value)) : exchange.AnswerAsync(StatusOf(value), value, Body);
    }

    /// <summary>The whole answer as it is given again, in the epoch that it is of.</summary>
    public KeptAnswer Keep(T value, string epoch, long revision) =>
        new(StatusOf(value), epoch, revision, [.. HeadersOf(value, epoch)], BytesOf(value));

    private int StatusOf(T value) => Location(value) is not null ? 201 : Body is null ? 204 : 200;

    private IEnumerable<(string Name, string Value)> HeadersOf(T value, string epoch)
    {
        if (Location(value) is { } location)
        {
            yield return ("Location", location);
        }

        if (Version(value) is { } version)
        {
            yield return ("ETag", $"\"{RevisionHeaders.Format(epoch, version)}\"");
        }

        if (BodyAgain is not null)
        {
            // It holds a secret that is shown this once, so nothing on its way may keep it.
            yield return ("Cache-Control", "no-store");
        }
    }

    private byte[] BytesOf(T value)
    {
        if ((BodyAgain ?? Body) is not { } write)
        {
            return [];
        }

        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Exchange.Writing))
        {
            write(json, value);
        }

        return buffer.WrittenSpan.ToArray();
    }
}

/// <summary>Replies that several endpoints give.</summary>
internal static class Replies
{
    public static Reply<T> Nothing<T>() => new();
}
