using System.Text.Json;
using Roster.Core.Changes;

namespace Roster.Http.Native.Changes;

/// <summary>The account's log.</summary>
internal sealed class ChangeEndpoints(ListChanges list)
{
    public async ValueTask ListAsync(Exchange exchange)
    {
        var query = exchange.Query();
        var (after, limit) = (query.Long("after") ?? 0, query.Limit());
        if (after < 0)
        {
            query.Refuse("after", "must not be negative");
        }

        if (await exchange.RefusedAsync(query.Problem))
        {
            return;
        }

        var found = await list.RunAsync(exchange.Caller, after, limit, exchange.Cancellation);
        if (!await exchange.RefusedAsync(found))
        {
            await exchange.AnswerAsync(200, (found.Value, after), Write);
        }
    }

    /// <summary>Who follows the log asks on with <c>nextAfter</c>, at its end too.</summary>
    private static void Write(Utf8JsonWriter json, (IReadOnlyList<LogEntry> Entries, long After) page)
    {
        json.WriteStartObject();
        json.WriteStartArray("items"u8);
        foreach (var entry in page.Entries)
        {
            ChangeWire.Write(json, entry);
        }

        json.WriteEndArray();
        json.WriteNumber("nextAfter"u8, page.Entries.Count > 0 ? page.Entries[^1].Revision : page.After);
        json.WriteEndObject();
    }
}
