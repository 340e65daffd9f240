using System.Text.Json;
using Roster.Core.Values;

namespace Roster.Http.Native;

/// <summary>Lists by cursor: <c>?cursor=&amp;limit=</c> in, <c>{items, nextCursor}</c> out.</summary>
internal static class Paging
{
    private const int MaxLimit = 1_000;
    private const int DefaultLimit = 100;

    public static int Limit(this QueryFields query) => query.Integer("limit", 1, MaxLimit, DefaultLimit);

    /// <param name="list">The list's own name, with whatever narrows it.</param>
    public static Page Page(this QueryFields query, Exchange exchange, string list)
    {
        var after = Cursor.Decode(exchange, list, query.Text("cursor"));
        if (after is null)
        {
            query.Refuse("cursor", "is not a cursor of this list");
        }

        return new(after ?? 0, query.Limit());
    }

    public static ValueTask AnswerAsync<T>(
        this Exchange exchange, string list, Slice<T> slice, Action<Utf8JsonWriter, T> write) =>
        exchange.AnswerAsync(
            slice.Items, slice.Next is { } next ? Cursor.Encode(exchange, list, next) : null, write);

    public static ValueTask AnswerAsync<T>(
        this Exchange exchange, IReadOnlyList<T> items, string? nextCursor, Action<Utf8JsonWriter, T> write) =>
        exchange.AnswerAsync(200, (items, nextCursor, write), static (json, page) =>
        {
            json.WriteStartObject();
            json.WriteStartArray("items"u8);
            foreach (var item in page.items)
            {
                page.write(json, item);
            }

            json.WriteEndArray();
            json.WriteString("nextCursor"u8, page.nextCursor);
            json.WriteEndObject();
        });
}
