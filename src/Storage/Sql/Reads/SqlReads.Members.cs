using Roster.Core.Memberships;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Teams;
using Roster.Core.Values;
using Roster.Storage.Sql.Statements;

namespace Roster.Storage.Sql.Reads;

internal sealed partial class SqlReads
{
    public async ValueTask<IReadOnlyList<UserGroup>> GroupsOfAsync(UserId user)
    {
        var own = await Sql.ManyAsync(MemberStatements.GroupsOf, Rows.UserGroup, _account, Now, user.Value);
        var asked = own.Where(group => group.Level is null).Select(team => LevelsOfAsync(team.Scope.Id)).ToArray();
        var levels = own.Where(group => group.Level is not null).ToList();
        foreach (var through in asked)
        {
            foreach (var (scope, level) in await through)
            {
                if (!levels.Exists(known => known.Scope == scope && known.Level == level))
                {
                    levels.Add(new(scope, level, null, IsOwn: false));
                }
            }
        }

        return
        [
            .. own.Where(group => group.Level is null),
            .. levels.OrderBy(group => group.Scope.Kind).ThenBy(group => group.Scope.Id, StringComparer.Ordinal).ThenByDescending(group => group.Level),
        ];
    }

    public async ValueTask<Slice<GroupMember>> TeamMembersAsync(string team, Page page)
    {
        var rows = await Sql.ManyAsync(
            MemberStatements.ListOfTeam, Rows.GroupMember, _account, Now, (long)ScopeKind.Team, team, page.After, page.Limit + 1L);
        return Slice<GroupMember>.Cut(rows, page.Limit, member => member.Number);
    }

    public async ValueTask<IReadOnlyList<GroupMember>> RoleGroupMembersAsync(ScopeId scope, Level level, MemberId after, int limit) =>
        await Sql.ManyAsync(
            MemberStatements.ListOfLevel,
            Rows.GroupMember,
            _account,
            Now,
            (long)scope.Kind,
            scope.Id,
            (long)level,
            (long)after.Kind,
            after.Id,
            limit);

    public async ValueTask<int> CountMembersAsync(ScopeId scope, Level? level, int atMost) => level is { } only
        ? await CountAsync(MemberStatements.CountOfLevel, _account, Now, (long)scope.Kind, scope.Id, (long)only, atMost)
        : await CountAsync(MemberStatements.Count, _account, Now, (long)scope.Kind, scope.Id, atMost);

    public async ValueTask<RoleGroup?> RoleGroupAsync(ScopeId scope, Level level)
    {
        var finding = (scope.Kind, scope.Id == _account) switch
        {
            (ScopeKind.Account, true) => FindRoleGroupAsync(MemberStatements.FindInAccount, scope, level),
            (ScopeKind.Organization, _) => FindRoleGroupAsync(MemberStatements.FindInScope, scope, level),
            _ => new((RoleGroup?)null),
        };
        return await finding is { } found ? found with { Scope = scope, Level = level } : null;
    }

    public async ValueTask<IReadOnlyList<RoleGroup>> RoleGroupsAsync(string externalId, int limit)
    {
        var found = await Sql.ManyAsync(
            MemberStatements.ListByExternalId, Rows.ScopeAndLevel, _account, externalId, limit);
        var finding = found.Select(group => RoleGroupAsync(group.Scope, group.Level)).ToArray();
        var groups = new List<RoleGroup>();
        foreach (var group in finding)
        {
            if (await group is { } living)
            {
                groups.Add(living);
            }
        }

        return groups;
    }

    public async ValueTask<Slice<Scope>> FindTeamsAsync(TeamSearch search, Page page)
    {
        var (text, key) = search.Name is { } name
            ? (ScopeStatements.ListByNameKey, name)
            : (ScopeStatements.ListByExternalId, search.ExternalId!);
        var rows = await Sql.ManyAsync(text, Rows.Scope, _account, (long)ScopeKind.Team, page.After, page.Limit + 1L, key);
        return Slice<Scope>.Cut(rows, page.Limit, team => team.Number);
    }

    public async ValueTask<IReadOnlyList<Scope>> ScopesByIdAsync(ScopeKind kind, string after, int limit) =>
        await Sql.ManyAsync(ScopeStatements.ListById, Rows.Scope, _account, (long)kind, after, limit);

    public async ValueTask<int> CountScopesAsync(ScopeKind kind, int atMost) =>
        await CountAsync(ScopeStatements.Count, _account, (long)kind, atMost);

    private ValueTask<List<(ScopeId Scope, Level Level)>> LevelsOfAsync(string team) =>
        Sql.ManyAsync(MemberStatements.LevelsOf, Rows.ScopeAndLevel, _account, Now, team);

    private ValueTask<RoleGroup?> FindRoleGroupAsync(string text, ScopeId scope, Level level) =>
        Sql.OneAsync(text, Rows.RoleGroup, _account, (long)scope.Kind, scope.Id, (long)level);
}
