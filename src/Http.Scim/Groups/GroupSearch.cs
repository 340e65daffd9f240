using Roster.Http.Scim.Filters;
using Roster.Http.Scim.Lists;
using Roster.Http.Scim.Schemas;

namespace Roster.Http.Scim.Groups;

/// <summary>What a search of groups goes by.</summary>
internal abstract record GroupSearch
{
    private static readonly ScimAttribute Member = GroupSchema.Members.Value!;

    internal sealed record All : GroupSearch;

    internal sealed record ById(string Id) : GroupSearch;

    internal sealed record Named(string Name) : GroupSearch;

    internal sealed record Known(string ExternalId) : GroupSearch;

    internal sealed record Of(string MemberId) : GroupSearch;

    /// <summary>What finds the fewest of all that has to be true.</summary>
    public static ListPlan<GroupSearch> Plan(Filter? filter)
    {
        var best = filter.Needed().Where(test => RankOf(test) > 0).OrderBy(RankOf).FirstOrDefault();
        if (best is null)
        {
            return new(new All(), IsExact: filter is null, IsNarrow: false);
        }

        var text = ((TextLiteral)best.Literal!).Given;
        GroupSearch search = RankOf(best) switch
        {
            1 => new ById(text),
            2 => new Known(text),
            3 => new Named(text),
            _ => new Of(text),
        };

        // Who is in a group needs no looking at all who are.
        return new(search, IsExact: ReferenceEquals(filter, best) && search is Of, IsNarrow: true);
    }

    private static int RankOf(Test test) => test switch
    {
        { Operator: not Operator.Equal } or { Literal: not TextLiteral { Given.Length: > 0 } } => 0,
        { Path.Leaf: var leaf } when leaf == CommonAttributes.Id => 1,
        { Path.Leaf: var leaf } when leaf == GroupSchema.ExternalId => 2,
        { Path.Leaf: var leaf } when leaf == GroupSchema.DisplayName => 3,
        { Path.Leaf: var leaf } when leaf == Member => 4,
        _ => 0,
    };
}
