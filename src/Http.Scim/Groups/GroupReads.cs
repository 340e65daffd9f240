using Roster.Core.Memberships;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Storage;
using Roster.Core.Teams;
using Roster.Core.Users;
using Roster.Core.Values;
using Roster.Http.Scim.Lists;

namespace Roster.Http.Scim.Groups;

/// <summary>Finds groups of both kinds.</summary>
internal static class GroupReads
{
    private const int Chunk = 1_000;

    /// <summary>Null for an id that nothing in the account has.</summary>
    public static async ValueTask<GroupRow?> GroupAsync(this IReads reads, string id)
    {
        if (GroupIds.Parse(reads.Account!.Id, id) is { } level)
        {
            return await reads.RoleGroupAsync(level.Scope, level.Level) is { } group ? new LevelRow(group) : null;
        }

        return IdForm.IsId(id) && await reads.ScopeAsync(ScopeId.Team(id)) is { } team ? new TeamRow(team) : null;
    }

    /// <summary>All that the search finds, in the default order; of everything only what is asked for page by page.</summary>
    public static async ValueTask<IReadOnlyList<GroupRow>> FoundAsync(this IReads reads, GroupSearch search)
    {
        IEnumerable<GroupRow?> found = search switch
        {
            GroupSearch.ById by => [await reads.GroupAsync(by.Id)],
            GroupSearch.Named by => [.. await TeamsAsync(reads, TeamSearch.Named(by.Name)), .. await LevelsNamedAsync(reads, by.Name)],
            GroupSearch.Known by => [
                .. await TeamsAsync(reads, TeamSearch.WithExternalId(by.ExternalId)),
                .. (await reads.RoleGroupsAsync(by.ExternalId, int.MaxValue)).Select(group => new LevelRow(group)),
            ],
            GroupSearch.Of by => await OfMemberAsync(reads, by.MemberId),
            _ => throw new NotSupportedException(search.GetType().Name),
        };
        return [.. found.OfType<GroupRow>().DistinctBy(row => row.Id).OrderBy(row => row.Position)];
    }

    /// <summary>Everything, page by page.</summary>
    public static async ValueTask<List<GroupRow>> GroupsAsync(this IReads reads, ListPosition after, int limit)
    {
        var rows = new List<GroupRow>();
        var account = ScopeId.Account(reads.Account!.Id);
        if (after.CompareTo(LevelRow.PositionOf(account, Level.Admin)) < 0)
        {
            rows.AddRange((await reads.TeamsAsync(new Page(after.Number, limit))).Items.Select(found => new TeamRow(found.Team)));
        }

        await AddLevelsAsync(reads, rows, [account], after, limit);
        for (var last = LevelRow.OrganizationOf(after); rows.Count < limit;)
        {
            var scopes = await reads.ScopesByIdAsync(ScopeKind.Organization, last, Chunk);
            IEnumerable<ScopeId> organizations = scopes.Select(scope => scope.Id);
            if (last.Length > 0)
            {
                organizations = organizations.Prepend(ScopeId.Organization(last));
            }

            await AddLevelsAsync(reads, rows, organizations, after, limit);
            if (scopes.Count < Chunk)
            {
                break;
            }

            last = scopes[^1].Id.Id;
            after = LevelRow.PositionOf(scopes[^1].Id, Level.Viewer);
        }

        return rows;
    }

    private static async ValueTask AddLevelsAsync(
        IReads reads, List<GroupRow> rows, IEnumerable<ScopeId> scopes, ListPosition after, int limit)
    {
        var finding = scopes
            .SelectMany(scope => LevelRow.Levels, (scope, level) => (scope, level))
            .Where(group => LevelRow.PositionOf(group.scope, group.level).CompareTo(after) > 0)
            .Take(limit - rows.Count)
            .Select(group => reads.RoleGroupAsync(group.scope, group.level))
            .ToArray();
        foreach (var group in finding)
        {
            if (await group is { } found)
            {
                rows.Add(new LevelRow(found));
            }
        }
    }

    private static async ValueTask<IEnumerable<GroupRow>> TeamsAsync(IReads reads, TeamSearch search) =>
        (await Slices.AllAsync(page => reads.FindTeamsAsync(search, page))).Select(team => new TeamRow(team));

    /// <summary>A level's name is found whatever its case, as a team's is; ids of organizations that differ by it alone share one.</summary>
    private static async ValueTask<List<GroupRow>> LevelsNamedAsync(IReads reads, string name)
    {
        var rows = new List<GroupRow>();
        if (GroupIds.LevelIn(name) is not { } level)
        {
            return rows;
        }

        await AddAsync(ScopeId.Account(reads.Account!.Id));
        for (var last = ""; ;)
        {
            var organizations = await reads.ScopesByIdAsync(ScopeKind.Organization, last, Chunk);
            foreach (var organization in organizations)
            {
                await AddAsync(organization.Id);
            }

            if (organizations.Count < Chunk)
            {
                return rows;
            }

            last = organizations[^1].Id.Id;
        }

        async ValueTask AddAsync(ScopeId scope)
        {
            if (UserName.FoldOf(GroupIds.Of(scope, level)) == UserName.FoldOf(name) && await reads.RoleGroupAsync(scope, level) is { } group)
            {
                rows.Add(new LevelRow(group));
            }
        }
    }

    /// <summary>A user's groups, and with the same id a team's: only what they are in themselves.</summary>
    private static async ValueTask<List<GroupRow?>> OfMemberAsync(IReads reads, string id)
    {
        if (!IdForm.IsId(id))
        {
            return [];
        }

        var ofUser = await reads.GroupsOfAsync(new UserId(id));
        var ofTeam = await Slices.AllAsync(page => reads.MembershipsAsync(new(MemberId.Team(id)), page));
        var ids = ofUser
            .Where(group => group.IsOwn)
            .Select(group => group.Level is { } level ? GroupIds.Of(group.Scope, level) : group.Scope.Id)
            .Concat(ofTeam
                .Where(held => held.Scope.Kind is ScopeKind.Account or ScopeKind.Organization)
                .Select(held => GroupIds.Of(held.Scope, held.Level)));
        var rows = new List<GroupRow?>();
        foreach (var finding in ids.Select(reads.GroupAsync).ToArray())
        {
            rows.Add(await finding);
        }

        return rows;
    }
}
