using Roster.Core.Storage;
using Roster.Http.Scim.Answers;
using Roster.Http.Scim.Filters;
using Roster.Http.Scim.Resources;
using Roster.Http.Scim.Schemas;

namespace Roster.Http.Scim.Lists;

/// <summary>How a filter is looked for.</summary>
/// <param name="Search">What an index serves; finds all that fit, and perhaps more.</param>
/// <param name="IsExact">It finds nothing else, so that nothing is left to judge.</param>
/// <param name="IsNarrow">It finds little, so that finding it is no long question.</param>
internal sealed record ListPlan<TSearch>(TSearch Search, bool IsExact, bool IsNarrow);

/// <summary>The resources of one type, as far as lists need to know them.</summary>
internal interface IListSource<TSearch, TRow>
{
    ResourceType Type { get; }

    ListPlan<TSearch> Plan(Filter? filter, string account);

    ValueTask<long> CountAsync(IReads reads, TSearch search);

    /// <summary>The position of the last of so many rows; <see cref="ListPosition.End"/> where there are fewer.</summary>
    ValueTask<ListPosition> SkipAsync(IReads reads, TSearch search, long count);

    /// <summary>Rows after the position, in the default order.</summary>
    ValueTask<IReadOnlyList<TRow>> NextAsync(IReads reads, TSearch search, ListPosition after, int limit);

    ListPosition PositionOf(TRow row);

    /// <summary>The rows at these positions, which are there.</summary>
    ValueTask<IReadOnlyList<TRow>> RowsAsync(IReads reads, IReadOnlyList<ListPosition> positions);

    /// <summary>With all that the filter and the order look at; null where that is more than may be looked at.</summary>
    ValueTask<IReadOnlyList<ScimObject>?> JudgedAsync(IReads reads, IReadOnlyList<TRow> rows, ListRequest request, Links links);

    /// <summary>With all that the selection shows.</summary>
    ValueTask<IReadOnlyList<ScimObject>> ShownAsync(IReads reads, IReadOnlyList<TRow> rows, Selection selection, Links links);
}
