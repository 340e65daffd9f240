using Roster.Core.Access;
using Roster.Core.Outcomes;
using Roster.Core.Storage;
using Roster.Http.Scim.Answers;
using Roster.Http.Scim.Filters;
using Roster.Http.Scim.Resources;
using Roster.Http.Scim.Schemas;

namespace Roster.Http.Scim.Lists;

/// <summary>A stretch of a list, one snapshot's.</summary>
/// <param name="Last">Where the last row that is shown stands; null where none is, or none follows.</param>
internal sealed record ListPage(long Total, IReadOnlyList<ScimObject> Resources, ListPlace? Last)
{
    /// <summary>What stood in the way; then the rest means nothing.</summary>
    public ScimError? Error { get; init; }
}

/// <summary>A row's place in a list: its sort key, if the list is sorted and the row has one, and its position.</summary>
internal sealed record ListPlace(ListPosition Position, SortKey? Key);

/// <summary>Which stretch is wanted: so many rows after a place, or after so many others.</summary>
internal sealed record ListStretch(long Skip, ListPlace? After, int Count);

/// <summary>Lists resources of one type.</summary>
internal interface IListing
{
    ResourceType Type { get; }

    ValueTask<Outcome<ListPage>> ReadAsync(
        Caller caller, ListRequest request, ListStretch stretch, Links links, CancellationToken cancellationToken);
}

/// <summary>
/// Lists resources of one type: by an index where one serves, else through all rows, each judged by the same evaluator that
/// serves PATCH, up to a bound.
/// </summary>
internal sealed class Listing<TSearch, TRow>(IStore store, IListSource<TSearch, TRow> source, ScimOptions options) : IListing
{
    private const int Chunk = 1_000;

    public ResourceType Type => source.Type;

    public ValueTask<Outcome<ListPage>> ReadAsync(
        Caller caller, ListRequest request, ListStretch stretch, Links links, CancellationToken cancellationToken)
    {
        var plan = source.Plan(request.Filter, caller.Account.Value);
        if (plan.IsExact && request.Sorting is null)
        {
            return store.AskAsync(caller, async reads => Outcome.Of(await PageAsync(reads, plan.Search, request, stretch, links)), cancellationToken);
        }

        return plan.IsNarrow
            ? store.AskAsync(caller, ScanAsync, cancellationToken)
            : store.AskLongAsync(caller, ScanAsync, cancellationToken);

        async ValueTask<Outcome<ListPage>> ScanAsync(IReads reads) =>
            Outcome.Of(await this.ScanAsync(reads, plan.Search, request, stretch, links));
    }

    /// <summary>The index finds just what is wanted, so that a page costs what it shows.</summary>
    private async ValueTask<ListPage> PageAsync(IReads reads, TSearch search, ListRequest request, ListStretch stretch, Links links)
    {
        var total = await source.CountAsync(reads, search);
        var after = stretch.After?.Position ?? (stretch.Skip == 0 ? ListPosition.Start : await source.SkipAsync(reads, search, stretch.Skip));
        if (stretch.Count == 0 || after.CompareTo(ListPosition.End) >= 0)
        {
            return new(total, [], null);
        }

        var rows = await source.NextAsync(reads, search, after, stretch.Count + 1);
        var page = rows.Take(stretch.Count).ToList();
        return new(
            total,
            await ShownAsync(reads, page, request.Selection, links),
            rows.Count > page.Count ? new(source.PositionOf(page[^1]), null) : null);
    }

    private async ValueTask<ListPage> ScanAsync(IReads reads, TSearch search, ListRequest request, ListStretch stretch, Links links)
    {
        var found = new FoundRows(request.Sorting);
        var scanned = 0;
        for (var after = ListPosition.Start; ;)
        {
            var rows = await source.NextAsync(reads, search, after, Chunk);
            scanned += rows.Count;
            if (scanned > options.MaxScanned || await source.JudgedAsync(reads, rows, request, links) is not { } judged)
            {
                return new(0, [], null) { Error = ScimError.TooMany($"filter: more than {options.MaxScanned} resources would have to be looked at one by one.") };
            }

            for (var i = 0; i < rows.Count; i++)
            {
                if (request.Filter is not { } filter || filter.Matches(judged[i]))
                {
                    found.Add(source.PositionOf(rows[i]), judged[i]);
                }
            }

            if (rows.Count < Chunk)
            {
                break;
            }

            after = source.PositionOf(rows[^1]);
        }

        // Only places were kept while looking through: the rows may be large.
        var places = found.Take(stretch, out var last);
        var shown = await ShownAsync(reads, await source.RowsAsync(reads, places), request.Selection, links);
        return new(found.Count, shown, last);
    }

    private async ValueTask<IReadOnlyList<ScimObject>> ShownAsync(IReads reads, IReadOnlyList<TRow> rows, Selection selection, Links links) =>
        [.. (await source.ShownAsync(reads, rows, selection, links)).Select(selection.Apply)];
}
