using Roster.Core.Accounts;
using Roster.Core.Changes;
using Roster.Core.Invitations;
using Roster.Core.Keys;
using Roster.Core.Memberships;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Storage;
using Roster.Core.Teams;
using Roster.Core.Users;
using Roster.Core.Values;
using Roster.Storage.Sql.Reads;

namespace Roster.Storage.Postgres.Writing;

/// <summary>
/// Writes down what a rule asks, which is its footprint: as long as no change since has touched any of it, the rule would read
/// the same again. A question that is not described more closely rests on everything.
/// </summary>
internal sealed partial class RecordedReads(SqlReads reads) : IReads
{
    private readonly List<Fact> _footprint = [];

    public IReadOnlyCollection<Fact> Footprint => _footprint;

    /// <summary>Its revision is that of the round's beginning: a rule takes the revision from its <see cref="Moment"/>.</summary>
    public Account? Account => On(Fact.Any(FactKind.Account)).Account;

    public Instant Now => reads.Now;

    public ValueTask<User?> UserAsync(UserId id) => On(Fact.User(id)).UserAsync(id);

    public ValueTask<User?> UserNamedAsync(string fold) => OnUserAsync(On(Fact.Name(fold)).UserNamedAsync(fold));

    public ValueTask<UserId?> DeletedUserNamedAsync(string fold) =>
        On(Fact.Name(fold), Fact.Any(FactKind.DeletedNames)).DeletedUserNamedAsync(fold);

    public ValueTask<bool> IsUserIdUsedAsync(UserId id) => On(Fact.User(id)).IsUserIdUsedAsync(id);

    public ValueTask<Slice<UserInRole>> UsersAsync(bool? active, Page page) => On().UsersAsync(active, page);

    public ValueTask<Slice<User>> UsersByIdAsync(string after, int limit) => On().UsersByIdAsync(after, limit);

    public ValueTask<Slice<User>> UsersByNameAsync(string after, int limit) => On().UsersByNameAsync(after, limit);

    public ValueTask<int> CountUsersAsync(int atMost) => On().CountUsersAsync(atMost);

    public ValueTask<Scope?> ScopeAsync(ScopeId id) => id.Kind == ScopeKind.Team
        ? On(Fact.Scope(id), Fact.Any(FactKind.Teams)).ScopeAsync(id)
        : On(Fact.Scope(id)).ScopeAsync(id);

    public ValueTask<bool> IsScopeIdUsedAsync(ScopeId id) => On(Fact.Scope(id)).IsScopeIdUsedAsync(id);

    public ValueTask<Slice<Scope>> ScopesAsync(ScopeFilter filter, Page page) => On().ScopesAsync(filter, page);

    public ValueTask<Membership?> MembershipAsync(MemberId member, ScopeId scope) =>
        On(Fact.Role(member, scope), Fact.AllRolesOf(member)).MembershipAsync(member, scope);

    public ValueTask<Slice<Membership>> MembershipsAsync(MembershipFilter filter, Page page) =>
        On().MembershipsAsync(filter, page);

    public ValueTask<IReadOnlyList<NamedMembership>> MembershipsByPlaceAsync(MemberPlace after, int limit) =>
        On().MembershipsByPlaceAsync(after, limit);

    public ValueTask<Level> HighestLevelAsync(MemberId member) =>
        On(Fact.RolesOf(member), Fact.AllRolesOf(member), Fact.Any(FactKind.Teams)).HighestLevelAsync(member);

    public ValueTask<Level> LevelThroughTeamsAsync(UserId user, ScopeId scope) =>
        On(Fact.RolesOf(MemberId.User(user)), Fact.AllRolesOf(MemberId.User(user)), Fact.Any(FactKind.Teams))
            .LevelThroughTeamsAsync(user, scope);

    public ValueTask<Slice<TeamInRole>> TeamsAsync(Page page) => On().TeamsAsync(page);

    public ValueTask<Slice<Membership>> SeatsAsync(ScopeId team, bool? active, Page page) => On().SeatsAsync(team, active, page);

    public ValueTask<CustomRole?> CustomRoleAsync(string name) => On(Fact.Any(FactKind.Roles)).CustomRoleAsync(name);

    public ValueTask<Slice<CustomRole>> CustomRolesAsync(Page page) => On(Fact.Any(FactKind.Roles)).CustomRolesAsync(page);

    public ValueTask<bool> IsCustomRoleHeldAsync(string name) => On().IsCustomRoleHeldAsync(name);

    public ValueTask<IReadOnlyList<UserId>> OwnersAsync(int atMost) => On(Fact.Any(FactKind.Owners)).OwnersAsync(atMost);

    public ValueTask<Slice<UserInRole>> GroupUsersAsync(ScopeId group, bool? active, Page page) =>
        On().GroupUsersAsync(group, active, page);

    public ValueTask<IReadOnlyList<RoleHolder>> RoleHoldersAsync(ScopeId scope, Level level, string after, int limit) =>
        On().RoleHoldersAsync(scope, level, after, limit);

    public ValueTask<Instant?> NextEndAsync(Instant after) => On().NextEndAsync(after);

    public ValueTask<Slice<User>> FindUsersAsync(UserSearch search, Page page) => On().FindUsersAsync(search, page);

    public ValueTask<int> CountUsersAsync(UserSearch search, int atMost) => On().CountUsersAsync(search, atMost);

    public ValueTask<long> SkipUsersAsync(UserSearch search, int count) => On().SkipUsersAsync(search, count);

    public ValueTask<IReadOnlyList<UserGroup>> GroupsOfAsync(UserId user) => On().GroupsOfAsync(user);

    public ValueTask<Slice<GroupMember>> TeamMembersAsync(string team, Page page) => On().TeamMembersAsync(team, page);

    public ValueTask<IReadOnlyList<GroupMember>> RoleGroupMembersAsync(ScopeId scope, Level level, MemberId after, int limit) =>
        On().RoleGroupMembersAsync(scope, level, after, limit);

    public ValueTask<int> CountMembersAsync(ScopeId scope, Level? level, int atMost) => On().CountMembersAsync(scope, level, atMost);

    public ValueTask<RoleGroup?> RoleGroupAsync(ScopeId scope, Level level) =>
        On(Fact.Scope(scope), Fact.Any(FactKind.RoleGroups)).RoleGroupAsync(scope, level);

    public ValueTask<IReadOnlyList<RoleGroup>> RoleGroupsAsync(string externalId, int limit) => On().RoleGroupsAsync(externalId, limit);

    public ValueTask<Slice<Scope>> FindTeamsAsync(TeamSearch search, Page page) =>
        On(Fact.Any(FactKind.TeamNames), Fact.Any(FactKind.Teams)).FindTeamsAsync(search, page);

    public ValueTask<IReadOnlyList<Scope>> ScopesByIdAsync(ScopeKind kind, string after, int limit) =>
        On().ScopesByIdAsync(kind, after, limit);

    public ValueTask<int> CountScopesAsync(ScopeKind kind, int atMost) => On().CountScopesAsync(kind, atMost);

    public ValueTask<ApiKey?> KeyAsync(KeyId id) => On(Fact.Key(id), Fact.Any(FactKind.Keys)).KeyAsync(id);

    public ValueTask<Slice<ApiKey>> KeysAsync(Page page) => On().KeysAsync(page);

    public ValueTask<Invitation?> InvitationAsync(InvitationId id) =>
        On(Fact.Invitation(id), Fact.Any(FactKind.Invitations)).InvitationAsync(id);

    public ValueTask<Invitation?> OpenInvitationAsync(UserId user) =>
        On(Fact.OpenInvitation(user)).OpenInvitationAsync(user);

    public ValueTask<Note?> NoteAsync(string name) => On(Fact.Note(name)).NoteAsync(name);

    public ValueTask<IReadOnlyList<LogEntry>> ChangesAsync(long after, int limit) => On().ChangesAsync(after, limit);

    private SqlReads On(params ReadOnlySpan<Fact> facts)
    {
        _footprint.AddRange(facts.IsEmpty ? [Fact.Everything] : facts);
        return reads;
    }

    private async ValueTask<User?> OnUserAsync(ValueTask<User?> reading)
    {
        var user = await reading;
        if (user is not null)
        {
            On(Fact.User(user.Id));
        }

        return user;
    }
}
