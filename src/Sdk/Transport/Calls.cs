using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Roster.Sdk.Transport;

/// <summary>Calls with answers of a type.</summary>
internal sealed class Calls(Sender sender) : IDisposable
{
    public TimeProvider Time => sender.Time;

    /// <summary>What the answer holds. An answer without it is refused.</summary>
    public async Task<T> AskAsync<T>(Call call, JsonTypeInfo<T> type, CancellationToken cancellation)
        where T : class
    {
        var reply = await sender.SendAsync(call, cancellation);
        return Read(reply, type) ?? throw Failures.Unreadable(reply, "nothing, where something was to be");
    }

    /// <summary>What the answer holds; null where it holds nothing, which is fine.</summary>
    public async Task<T?> TellAsync<T>(Call call, JsonTypeInfo<T> type, CancellationToken cancellation)
        where T : class
        => Read(await sender.SendAsync(call, cancellation), type);

    /// <summary>Any success, whatever it holds.</summary>
    public Task<Reply> DoAsync(Call call, CancellationToken cancellation) => sender.SendAsync(call, cancellation);

    public async Task<string> AskTextAsync(Call call, CancellationToken cancellation) => (await sender.SendAsync(call, cancellation)).Text;

    /// <param name="page">The call for the page that begins at a cursor; null for the first.</param>
    public Paged<T> List<T>(Func<string?, Call> page, JsonTypeInfo<T> type, CancellationToken cancellation) =>
        new(async (cursor, stop) => AnsweredList.Read(await sender.SendAsync(page(cursor), stop), type), cancellation);

    public void Dispose() => sender.Dispose();

    private static T? Read<T>(Reply reply, JsonTypeInfo<T> type)
        where T : class
    {
        if (reply.Body.Length == 0)
        {
            return null;
        }

        var json = Envelope.Content(reply.Json() ?? throw Failures.Unreadable(reply, "no JSON"));
        if (json is not { } content)
        {
            return null;
        }

        try
        {
            var value = content.Deserialize(type);
            return value is Versioned versioned && reply.ETag is { } tag ? (T)(object)(versioned with { ETag = tag }) : value;
        }
        catch (JsonException e)
        {
            throw Failures.Unreadable(reply, $"JSON of another shape: {e.Message}", e);
        }
    }
}
