using Roster.Core.Outcomes;
using Roster.Core.Storage;
using Roster.Http.Scim.Answers;
using Roster.Http.Scim.Schemas;

namespace Roster.Http.Scim.Lists;

/// <summary>Answers lists, of one type or of several one after the other, with pages told by index or by cursor.</summary>
internal sealed class Lister(IStore store, PublicUrl publicUrl, ScimOptions options)
{
    /// <summary>The endpoint that goes through all types.</summary>
    public const string Everything = "/";

    /// <param name="endpoint">What cursors are bound to, besides the question: the place without what follows from the method.</param>
    public async ValueTask AnswerAsync(Exchange exchange, IReadOnlyList<IListing> listings, string endpoint, ListParameters parameters)
    {
        var requests = new List<ListRequest>(listings.Count);
        foreach (var listing in listings)
        {
            IReadOnlyList<ResourceType> others = endpoint == Everything ? [.. ResourceType.All.Where(other => other != listing.Type)] : [];
            if (await exchange.RefusedAsync(ListRequest.Read(parameters, listing.Type, others, out var request)))
            {
                return;
            }

            requests.Add(request);
        }

        var walk = new Walk(exchange, listings, requests, Links.Of(exchange, publicUrl));
        await (requests[0].Cursor is null ? ByIndexAsync(walk) : ByCursorAsync(walk, endpoint));
    }

    private static async ValueTask ByIndexAsync(Walk walk)
    {
        var request = walk.Requests[0];
        await walk.ReadAsync(request.StartIndex - 1, null, request.Count ?? ListRequest.DefaultCount);
        if (!await walk.RefusedAsync())
        {
            await walk.AnswerAsync(request.StartIndex, null);
        }
    }

    private async ValueTask ByCursorAsync(Walk walk, string endpoint)
    {
        var request = walk.Requests[0];
        var binding = ScimCursor.BindingOf(walk.Exchange.Epoch, walk.Exchange.Account.Value, endpoint, request.Question);
        if (await walk.Exchange.RefusedAsync(Open(request, binding, out var cursor)))
        {
            return;
        }

        var count = cursor?.Count ?? request.Count ?? ListRequest.DefaultCount;
        await walk.ReadAsync(0, cursor, count);
        if (!await walk.RefusedAsync())
        {
            var next = walk.Last is { } last ? new ScimCursor(last.List, last.Place, count, store.Now).Seal(store.Secret.Span, binding) : null;
            await walk.AnswerAsync(null, next);
        }
    }

    /// <param name="cursor">Null for the first page.</param>
    private ScimError? Open(ListRequest request, byte[] binding, out ScimCursor? cursor)
    {
        cursor = null;
        if (request.Cursor is not { Length: > 0 } text)
        {
            return null;
        }

        cursor = ScimCursor.Open(text, store.Secret.Span, binding);
        if (cursor is null)
        {
            return new(400, "invalidCursor", "cursor: is not one that this list has answered.");
        }

        if (store.Now > cursor.IssuedAt.Plus(options.CursorLifetime))
        {
            return new(400, "expiredCursor", "cursor: is too old; begin again with an empty one.");
        }

        return request.Count is { } count && count != cursor.Count
            ? new(400, "invalidCount", "count: must be the same in all requests of a walk.")
            : null;
    }

    /// <summary>One answer in the making: what the lists give, one after the other, until there is enough.</summary>
    private sealed class Walk(Exchange exchange, IReadOnlyList<IListing> listings, IReadOnlyList<ListRequest> requests, Links links)
    {
        private readonly List<Listed> _resources = [];
        private long _total;
        private Outcome<ListPage> _failed;
        private bool _hasFailed;

        public Exchange Exchange => exchange;

        public IReadOnlyList<ListRequest> Requests => requests;

        /// <summary>Where the answer ends; null where nothing follows. Without a place the next list begins.</summary>
        public (int List, ListPlace? Place)? Last { get; private set; }

        public async ValueTask ReadAsync(long skip, ScimCursor? cursor, int count)
        {
            for (var i = 0; i < listings.Count; i++)
            {
                var wanted = i < cursor?.List ? 0 : count - _resources.Count;
                var after = i == cursor?.List ? cursor.Place : null;
                var outcome = await listings[i].ReadAsync(exchange.Caller, requests[i], new(skip, after, wanted), links, exchange.Cancellation);
                exchange.At(outcome.Revision);
                if (outcome.Failed(out _) || outcome.Value.Error is not null)
                {
                    (_failed, _hasFailed) = (outcome, true);
                    return;
                }

                Take(i, outcome.Value, wanted, count);
                skip = Math.Max(0, skip - outcome.Value.Total);
                _total += outcome.Value.Total;
            }
        }

        private void Take(int list, ListPage page, int wanted, int count)
        {
            _resources.AddRange(page.Resources.Select(resource => new Listed(listings[list].Type, resource)));
            if (page.Last is { } last)
            {
                Last ??= (list, last);
            }
            else if (wanted == 0 && count > 0 && page.Total > 0 && Last is null && _resources.Count == count)
            {
                // The list before ended exactly where the page is full: the next one begins at its start.
                Last = (list, null);
            }
        }

        public async ValueTask<bool> RefusedAsync() =>
            _hasFailed && await (_failed.Failed(out _) ? exchange.RefusedAsync(_failed) : exchange.RefusedAsync(_failed.Value.Error));

        public ValueTask AnswerAsync(long? startIndex, string? nextCursor) =>
            exchange.SayAsync(200, new ListAnswer(_total, startIndex, nextCursor, _resources), ListWire.Write);
    }
}
