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

namespace Roster.Tests.Core.Storage;

/// <summary>Holds every question back until nobody can go on without an answer, then answers all that wait.</summary>
internal sealed partial class WaveReads(IReads reads) : IReads
{
    private readonly List<IWaitingAnswer> _asked = [];
    private int _answered;

    public int Waves { get; private set; }

    public Account? Account => reads.Account;

    public Instant Now => reads.Now;

    /// <summary>What is asked because of an answer waits for the next wave.</summary>
    public async ValueTask AnswerAsync()
    {
        var wave = _asked[_answered..];
        wave.ShouldNotBeEmpty();
        _answered = _asked.Count;
        Waves++;
        foreach (var answer in wave)
        {
            await answer.ArriveAsync();
        }
    }

    public void ShouldHaveBeenTaken() => _asked.ShouldAllBe(answer => answer.IsTaken);

    public ValueTask<User?> UserAsync(UserId id) => Ask(() => reads.UserAsync(id));

    public ValueTask<User?> UserNamedAsync(string fold) => Ask(() => reads.UserNamedAsync(fold));

    public ValueTask<UserId?> DeletedUserNamedAsync(string fold) => Ask(() => reads.DeletedUserNamedAsync(fold));

    public ValueTask<bool> IsUserIdUsedAsync(UserId id) => Ask(() => reads.IsUserIdUsedAsync(id));

    public ValueTask<Slice<UserInRole>> UsersAsync(bool? active, Page page) => Ask(() => reads.UsersAsync(active, page));

    public ValueTask<Slice<User>> UsersByIdAsync(string after, int limit) => Ask(() => reads.UsersByIdAsync(after, limit));

    public ValueTask<Slice<User>> UsersByNameAsync(string after, int limit) => Ask(() => reads.UsersByNameAsync(after, limit));

    public ValueTask<int> CountUsersAsync(int atMost) => Ask(() => reads.CountUsersAsync(atMost));

    public ValueTask<Scope?> ScopeAsync(ScopeId id) => Ask(() => reads.ScopeAsync(id));

    public ValueTask<bool> IsScopeIdUsedAsync(ScopeId id) => Ask(() => reads.IsScopeIdUsedAsync(id));

    public ValueTask<Slice<Scope>> ScopesAsync(ScopeFilter filter, Page page) => Ask(() => reads.ScopesAsync(filter, page));

    public ValueTask<Membership?> MembershipAsync(MemberId member, ScopeId scope) => Ask(() => reads.MembershipAsync(member, scope));

    public ValueTask<Slice<Membership>> MembershipsAsync(MembershipFilter filter, Page page) =>
        Ask(() => reads.MembershipsAsync(filter, page));

    public ValueTask<IReadOnlyList<NamedMembership>> MembershipsByPlaceAsync(MemberPlace after, int limit) =>
        Ask(() => reads.MembershipsByPlaceAsync(after, limit));

    public ValueTask<Level> HighestLevelAsync(MemberId member) => Ask(() => reads.HighestLevelAsync(member));

    public ValueTask<Level> LevelThroughTeamsAsync(UserId user, ScopeId scope) => Ask(() => reads.LevelThroughTeamsAsync(user, scope));

    public ValueTask<Slice<TeamInRole>> TeamsAsync(Page page) => Ask(() => reads.TeamsAsync(page));

    public ValueTask<Slice<Membership>> SeatsAsync(ScopeId team, bool? active, Page page) => Ask(() => reads.SeatsAsync(team, active, page));

    public ValueTask<CustomRole?> CustomRoleAsync(string name) => Ask(() => reads.CustomRoleAsync(name));

    public ValueTask<Slice<CustomRole>> CustomRolesAsync(Page page) => Ask(() => reads.CustomRolesAsync(page));

    public ValueTask<bool> IsCustomRoleHeldAsync(string name) => Ask(() => reads.IsCustomRoleHeldAsync(name));

    public ValueTask<IReadOnlyList<UserId>> OwnersAsync(int atMost) => Ask(() => reads.OwnersAsync(atMost));

    public ValueTask<Slice<UserInRole>> GroupUsersAsync(ScopeId group, bool? active, Page page) =>
        Ask(() => reads.GroupUsersAsync(group, active, page));

    public ValueTask<IReadOnlyList<RoleHolder>> RoleHoldersAsync(ScopeId scope, Level level, string after, int limit) =>
        Ask(() => reads.RoleHoldersAsync(scope, level, after, limit));

    public ValueTask<Instant?> NextEndAsync(Instant after) => Ask(() => reads.NextEndAsync(after));

    public ValueTask<ApiKey?> KeyAsync(KeyId id) => Ask(() => reads.KeyAsync(id));

    public ValueTask<Slice<ApiKey>> KeysAsync(Page page) => Ask(() => reads.KeysAsync(page));

    public ValueTask<Invitation?> InvitationAsync(InvitationId id) => Ask(() => reads.InvitationAsync(id));

    public ValueTask<Invitation?> OpenInvitationAsync(UserId user) => Ask(() => reads.OpenInvitationAsync(user));

    public ValueTask<Note?> NoteAsync(string name) => Ask(() => reads.NoteAsync(name));

    public ValueTask<IReadOnlyList<LogEntry>> ChangesAsync(long after, int limit) => Ask(() => reads.ChangesAsync(after, limit));

    public ValueTask<Slice<User>> FindUsersAsync(UserSearch search, Page page) => Ask(() => reads.FindUsersAsync(search, page));

    public ValueTask<int> CountUsersAsync(UserSearch search, int atMost) => Ask(() => reads.CountUsersAsync(search, atMost));

    public ValueTask<long> SkipUsersAsync(UserSearch search, int count) => Ask(() => reads.SkipUsersAsync(search, count));

    public ValueTask<IReadOnlyList<UserGroup>> GroupsOfAsync(UserId user) => Ask(() => reads.GroupsOfAsync(user));

    public ValueTask<Slice<GroupMember>> TeamMembersAsync(string team, Page page) => Ask(() => reads.TeamMembersAsync(team, page));

    public ValueTask<IReadOnlyList<GroupMember>> RoleGroupMembersAsync(ScopeId scope, Level level, MemberId after, int limit) =>
        Ask(() => reads.RoleGroupMembersAsync(scope, level, after, limit));

    public ValueTask<int> CountMembersAsync(ScopeId scope, Level? level, int atMost) =>
        Ask(() => reads.CountMembersAsync(scope, level, atMost));

    public ValueTask<RoleGroup?> RoleGroupAsync(ScopeId scope, Level level) => Ask(() => reads.RoleGroupAsync(scope, level));

    public ValueTask<IReadOnlyList<RoleGroup>> RoleGroupsAsync(string externalId, int limit) =>
        Ask(() => reads.RoleGroupsAsync(externalId, limit));

    public ValueTask<Slice<Scope>> FindTeamsAsync(TeamSearch search, Page page) => Ask(() => reads.FindTeamsAsync(search, page));

    public ValueTask<IReadOnlyList<Scope>> ScopesByIdAsync(ScopeKind kind, string after, int limit) =>
        Ask(() => reads.ScopesByIdAsync(kind, after, limit));

    public ValueTask<int> CountScopesAsync(ScopeKind kind, int atMost) => Ask(() => reads.CountScopesAsync(kind, atMost));

    private ValueTask<T> Ask<T>(Func<ValueTask<T>> ask)
    {
        var answer = new WaitingAnswer<T>(ask);
        _asked.Add(answer);
        return answer.Task;
    }
}
