using Roster.Core.Scopes;
using Roster.Core.Storage;
using Roster.Http.Scim.Answers;
using Roster.Http.Scim.Filters;
using Roster.Http.Scim.Lists;
using Roster.Http.Scim.Resources;
using Roster.Http.Scim.Schemas;

namespace Roster.Http.Scim.Groups;

/// <summary>Groups as lists need them: teams in the order in which they were created, and then levels.</summary>
internal sealed class GroupSource(ScimOptions options) : IListSource<GroupSearch, GroupRow>
{
    private const int Chunk = 1_000;

    public ResourceType Type => ResourceType.Group;

    public ListPlan<GroupSearch> Plan(Filter? filter, string account) => GroupSearch.Plan(filter);

    public async ValueTask<long> CountAsync(IReads reads, GroupSearch search)
    {
        if (search is not GroupSearch.All)
        {
            return (await reads.FoundAsync(search)).Count;
        }

        var teams = reads.CountScopesAsync(ScopeKind.Team, int.MaxValue);
        var organizations = await reads.CountScopesAsync(ScopeKind.Organization, int.MaxValue);
        return await teams + (LevelRow.Levels.Count * (1L + organizations));
    }

    public async ValueTask<ListPosition> SkipAsync(IReads reads, GroupSearch search, long count)
    {
        if (search is not GroupSearch.All)
        {
            var found = await reads.FoundAsync(search);
            return count > found.Count ? ListPosition.End : found[(int)count - 1].Position;
        }

        if (count > await CountAsync(reads, search))
        {
            return ListPosition.End;
        }

        // Versions of levels are looked up with each: groups are few, and whoever pages by index has begun at the first.
        var after = ListPosition.Start;
        for (var left = count; left > 0;)
        {
            var rows = await reads.GroupsAsync(after, (int)Math.Min(left, Chunk));
            if (rows.Count == 0)
            {
                return ListPosition.End;
            }

            (after, left) = (rows[^1].Position, left - rows.Count);
        }

        return after;
    }

    public async ValueTask<IReadOnlyList<GroupRow>> NextAsync(IReads reads, GroupSearch search, ListPosition after, int limit) =>
        search is GroupSearch.All
            ? await reads.GroupsAsync(after, limit)
            : [.. (await reads.FoundAsync(search)).Where(row => row.Position.CompareTo(after) > 0).Take(limit)];

    public ListPosition PositionOf(GroupRow row) => row.Position;

    public async ValueTask<IReadOnlyList<GroupRow>> RowsAsync(IReads reads, IReadOnlyList<ListPosition> positions)
    {
        var rows = new List<GroupRow>(positions.Count);
        foreach (var position in positions)
        {
            // The row before it, by its place: a team's number is one more than what precedes it, and a level's name sorts after its organization's.
            rows.AddRange((await reads.GroupsAsync(Before(position), 1)).Where(row => row.Position.CompareTo(position) == 0));
        }

        return rows;
    }

    public async ValueTask<IReadOnlyList<ScimObject>?> JudgedAsync(
        IReads reads, IReadOnlyList<GroupRow> rows, ListRequest request, Links links)
    {
        var judged = rows.Select(row => GroupResources.Of(row, links)).ToList();
        if (!request.LooksAt(GroupSchema.Members))
        {
            return judged;
        }

        var named = request.Sorting?.Attribute == GroupSchema.Members ? null : NamedMembers.In(request.Filter!);
        var left = options.MaxScanned;
        for (var i = 0; i < rows.Count; i++)
        {
            var members = named is null
                ? await reads.MembersAsync(rows[i], left + 1)
                : await reads.MembersAsync(rows[i], named);
            left -= members.Count;
            if (left < 0)
            {
                return null;
            }

            judged[i][GroupSchema.Members] = GroupResources.Members(members, links);
        }

        return judged;
    }

    public async ValueTask<IReadOnlyList<ScimObject>> ShownAsync(
        IReads reads, IReadOnlyList<GroupRow> rows, Selection selection, Links links)
    {
        var shown = new List<ScimObject>(rows.Count);
        foreach (var row in rows)
        {
            shown.Add(await GroupResources.ShownAsync(reads, row, selection, links));
        }

        return shown;
    }

    private static ListPosition Before(ListPosition position) => position.Text.Length == 0
        ? new(position.Number - 1)
        : position with { Text = position.Text[..^1] + (char)(position.Text[^1] - 1) };
}
