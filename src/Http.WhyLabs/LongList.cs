using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Roster.Core.Outcomes;

namespace Roster.Http.WhyLabs;

/// <summary>
/// A list without pages, of any length: read and written stretch by stretch. One that is a single stretch comes from one
/// snapshot and carries its length; only a longer one is streamed.
/// </summary>
internal abstract class LongList<TStretch>
    where TStretch : class
{
    /// <summary>Most rows of one stretch.</summary>
    protected const int Stretch = 1_000;

    /// <param name="before">The stretch that this one follows; null for the first.</param>
    protected abstract ValueTask<Outcome<TStretch>> ReadAsync(TStretch? before, CancellationToken cancellationToken);

    protected abstract bool IsLast(TStretch stretch);

    protected abstract void Open(Utf8JsonWriter json);

    protected abstract void Write(Utf8JsonWriter json, TStretch stretch);

    protected abstract void Close(Utf8JsonWriter json);

    public async ValueTask AnswerAsync(Exchange exchange)
    {
        var first = await ReadAsync(null, exchange.Cancellation);
        if (await exchange.RefusedAsync(first))
        {
            return;
        }

        await (IsLast(first.Value) ? exchange.OkAsync(first.Value, WriteWhole) : StreamAsync(exchange, first.Value));
    }

    private void WriteWhole(Utf8JsonWriter json, TStretch stretch)
    {
        Open(json);
        Write(json, stretch);
        Close(json);
    }

    private async ValueTask StreamAsync(Exchange exchange, TStretch stretch)
    {
        var response = exchange.Begin(StatusCodes.Status200OK);
        response.ContentType = "application/json";
        await using var json = new Utf8JsonWriter(response.BodyWriter, Exchange.Writing);
        Open(json);
        Write(json, stretch);
        while (!IsLast(stretch))
        {
            await json.FlushAsync(exchange.Cancellation);
            await response.BodyWriter.FlushAsync(exchange.Cancellation);
            var next = await ReadAsync(stretch, exchange.Cancellation);
            if (next.Failed(out _))
            {
                // The status is on its way: only a broken connection can still say that this is not the whole list.
                exchange.Context.Abort();
                return;
            }

            stretch = next.Value;
            Write(json, stretch);
        }

        Close(json);
    }
}
