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

    /// <summary>The answer with its envelope; null where there is none, which is fine.</summary>
    public async Task<T?> TellWholeAsync<T>(Call call, JsonTypeInfo<T> type, CancellationToken cancellation)
        where T : class
    {
        var reply = await sender.SendAsync(call, cancellation);
        return Json(reply) is { ValueKind: JsonValueKind.Object } whole ? Read(reply, whole, type) : null;
    }

    /// <summary>Any success, whatever it holds, as long as it is not the page of some proxy.</summary>
    public async Task DoAsync(Call call, CancellationToken cancellation) => _ = Json(await sender.SendAsync(call, cancellation));

    /// <summary>The body as it came.</summary>
    public async Task<string> AskTextAsync(Call call, string mediaType, CancellationToken cancellation)
    {
        var reply = await sender.SendAsync(call.Accepting(mediaType), cancellation);
        return reply.MediaType == mediaType ? reply.Text : throw Failures.Unreadable(reply, $"{reply.MediaType ?? "nothing"}, where {mediaType} was to be");
    }

    /// <summary>A list that comes at once.</summary>
    public async Task<IReadOnlyList<T>> AskAllAsync<T>(Call call, JsonTypeInfo<T> type, CancellationToken cancellation) =>
        AnsweredList.Read(await sender.SendAsync(call, cancellation), type).Items;

    /// <param name="page">The call for the page that begins at a cursor; null for the first.</param>
    public Paged<T> List<T>(Func<string?, Call> page, JsonTypeInfo<T> type, CancellationToken cancellation) =>
        new(async (cursor, stop) => AnsweredList.Read(await sender.SendAsync(page(cursor), stop), type), cancellation);

    /// <param name="select">What is shown of an item.</param>
    public Paged<TShown> List<T, TShown>(Func<string?, Call> page, JsonTypeInfo<T> type, Func<T, TShown> select, CancellationToken cancellation) =>
        new(
            async (cursor, stop) =>
            {
                var answered = AnsweredList.Read(await sender.SendAsync(page(cursor), stop), type);
                return new Page<TShown>([.. answered.Items.Select(select)], answered.NextCursor) { Mark = answered.Mark };
            },
            cancellation);

    public void Dispose() => sender.Dispose();

    /// <summary>Null for an empty body.</summary>
    private static JsonElement? Json(Reply reply) =>
        reply.Body.Length == 0 ? null : reply.Json() ?? throw Failures.Unreadable(reply, "no JSON");

    private static T? Read<T>(Reply reply, JsonTypeInfo<T> type)
        where T : class
        => Json(reply) is { } json && Envelope.Content(json) is { } content ? Read(reply, content, type) : null;

    private static T? Read<T>(Reply reply, JsonElement content, JsonTypeInfo<T> type)
        where T : class
    {
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
