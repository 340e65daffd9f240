using Roster.Core.Memberships;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Teams;
using Roster.Core.Users;
using Roster.Core.Values;

namespace Roster.Core.Storage;

/// <summary>What provisioners look for: users and groups by one thing that an index serves, and who is in which group.</summary>
public partial interface IReads
{
    /// <summary>Users in creation order.</summary>
    ValueTask<Slice<User>> FindUsersAsync(UserSearch search, Page page);

    /// <summary>How many the search finds; counts no further than the bound.</summary>
    ValueTask<int> CountUsersAsync(UserSearch search, int atMost);

    /// <summary>The number of the last of so many users that the search finds first, so that a page may begin after them.</summary>
    /// <returns><see cref="long.MaxValue"/> where there are fewer.</returns>
    ValueTask<long> SkipUsersAsync(UserSearch search, int count);

    /// <summary>The user's groups: teams in the order of joining, then levels in the account and in organizations by id.</summary>
    ValueTask<IReadOnlyList<UserGroup>> GroupsOfAsync(UserId user);

    /// <summary>Who sits in a team, in the order in which they joined.</summary>
    ValueTask<Slice<GroupMember>> TeamMembersAsync(string team, Page page);

    /// <summary>Users and then teams whose own role in the scope has the level, by id after the one given.</summary>
    /// <param name="after">A user with an empty id for the first.</param>
    ValueTask<IReadOnlyList<GroupMember>> RoleGroupMembersAsync(ScopeId scope, Level level, MemberId after, int limit);

    /// <summary>How many members a scope has; counts no further than the bound.</summary>
    /// <param name="level">Only those whose role has it; null for all.</param>
    ValueTask<int> CountMembersAsync(ScopeId scope, Level? level, int atMost);

    /// <summary>Null where the scope is not there.</summary>
    ValueTask<RoleGroup?> RoleGroupAsync(ScopeId scope, Level level);

    /// <summary>Those of the account and of organizations that live, in the order of their scopes and levels.</summary>
    ValueTask<IReadOnlyList<RoleGroup>> RoleGroupsAsync(string externalId, int limit);

    /// <summary>Teams in creation order.</summary>
    ValueTask<Slice<Scope>> FindTeamsAsync(TeamSearch search, Page page);

    /// <summary>Scopes of a kind by id, ascending by bytes, after the one given (<c>""</c> for the first).</summary>
    ValueTask<IReadOnlyList<Scope>> ScopesByIdAsync(ScopeKind kind, string after, int limit);

    /// <summary>How many scopes of the kind there are; counts no further than the bound.</summary>
    ValueTask<int> CountScopesAsync(ScopeKind kind, int atMost);
}
