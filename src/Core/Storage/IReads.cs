using Roster.Core.Accounts;
using Roster.Core.Changes;
using Roster.Core.Invitations;
using Roster.Core.Keys;
using Roster.Core.Memberships;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Users;
using Roster.Core.Values;

namespace Roster.Core.Storage;

/// <summary>
/// One snapshot of one account. Deleted users, ended scopes and memberships past their end do not exist here unless a
/// member says otherwise. Lists are by number (creation order) unless they say otherwise, and cost the page, not the place.
/// </summary>
/// <remarks>
/// Questions may be started together, and are then answered in one round trip where the engine has any: start each one that
/// does not depend on another's answer before the first await. Each ValueTask is awaited once, and none is left behind.
/// </remarks>
public partial interface IReads : IAccessReads
{
    /// <summary>The account, closed or not; null where there is none.</summary>
    Account? Account { get; }

    /// <summary>What "past its end" is judged against: in a write max(the store's clock, the latest change).</summary>
    Instant Now { get; }

    ValueTask<User?> UserAsync(UserId id);

    ValueTask<User?> UserNamedAsync(string fold);

    /// <summary>The most recently deleted user of that fold.</summary>
    ValueTask<UserId?> DeletedUserNamedAsync(string fold);

    /// <summary>True when the id is a user's, living or deleted.</summary>
    ValueTask<bool> IsUserIdUsedAsync(UserId id);

    /// <summary>Users with the role each holds in the account scope. A page ends early where what is kept of them is large.</summary>
    /// <param name="active">Only those; null for all.</param>
    ValueTask<Slice<UserInRole>> UsersAsync(bool? active, Page page);

    /// <summary>Users by id, ascending by bytes, after the one given (<c>""</c> for the first), in pages that end early like those of all users; where more follow they do so after the last one's id.</summary>
    ValueTask<Slice<User>> UsersByIdAsync(string after, int limit);

    /// <summary>Users by the fold of their names, ascending by bytes, after the one given (<c>""</c> for the first), in pages as by id.</summary>
    ValueTask<Slice<User>> UsersByNameAsync(string after, int limit);

    /// <summary>How many users there are; counts no further than the bound.</summary>
    ValueTask<int> CountUsersAsync(int atMost);

    ValueTask<Scope?> ScopeAsync(ScopeId id);

    /// <summary>True when the id is a scope's of that kind, living or ended.</summary>
    ValueTask<bool> IsScopeIdUsedAsync(ScopeId id);

    ValueTask<Slice<Scope>> ScopesAsync(ScopeFilter filter, Page page);

    ValueTask<Membership?> MembershipAsync(MemberId member, ScopeId scope);

    ValueTask<Slice<Membership>> MembershipsAsync(MembershipFilter filter, Page page);

    /// <summary>Users' memberships by kind and id of the scope, then by user id, after the place given.</summary>
    /// <param name="after"><see cref="MemberPlace.Start"/> for the first.</param>
    ValueTask<IReadOnlyList<NamedMembership>> MembershipsByPlaceAsync(MemberPlace after, int limit);

    /// <summary>The highest level of any role that the member holds in any scope, for a user also of those that their teams hold.</summary>
    ValueTask<Level> HighestLevelAsync(MemberId member);

    /// <summary>The highest level of the roles that the user's teams hold in the scope. A seat counts whether its user is active or not.</summary>
    ValueTask<Level> LevelThroughTeamsAsync(UserId user, ScopeId scope);

    /// <summary>Teams with the role each holds in the account scope.</summary>
    ValueTask<Slice<TeamInRole>> TeamsAsync(Page page);

    /// <summary>The memberships of a team's users in it.</summary>
    /// <param name="active">Only those of such users; null for all.</param>
    ValueTask<Slice<Membership>> SeatsAsync(ScopeId team, bool? active, Page page);

    /// <summary>The role of exactly that name that the account has defined.</summary>
    ValueTask<CustomRole?> CustomRoleAsync(string name);

    ValueTask<Slice<CustomRole>> CustomRolesAsync(Page page);

    /// <summary>True when any member holds the role that the account has defined.</summary>
    ValueTask<bool> IsCustomRoleHeldAsync(string name);

    /// <summary>Owners of the account (design §1), in no particular order, at most so many.</summary>
    ValueTask<IReadOnlyList<UserId>> OwnersAsync(int atMost);

    /// <summary>Who reaches a group: members with their role there, and users whose account role cascades with none. By the user's number, in pages that end early like those of all users.</summary>
    ValueTask<Slice<UserInRole>> GroupUsersAsync(ScopeId group, bool? active, Page page);

    /// <summary>Users whose own role in the scope has the level, by user id after the one given (<c>""</c> for the first).</summary>
    ValueTask<IReadOnlyList<RoleHolder>> RoleHoldersAsync(ScopeId scope, Level level, string after, int limit);

    /// <summary>The earliest end after that time among all memberships of the account: until then expiry alone changes no answer.</summary>
    ValueTask<Instant?> NextEndAsync(Instant after);

    /// <summary>The key whatever its state.</summary>
    ValueTask<ApiKey?> KeyAsync(KeyId id);

    /// <summary>Every key that was not revoked before <see cref="Now"/>; expired ones are shown.</summary>
    ValueTask<Slice<ApiKey>> KeysAsync(Page page);

    /// <summary>The invitation whatever its state.</summary>
    ValueTask<Invitation?> InvitationAsync(InvitationId id);

    /// <summary>The user's invitation that has not been ended; it may have expired.</summary>
    ValueTask<Invitation?> OpenInvitationAsync(UserId user);

    /// <summary>What was left under the name within <see cref="Note.Lifetime"/>; null where nothing was.</summary>
    ValueTask<Note?> NoteAsync(string name);

    /// <summary>The log after a revision, oldest first; fewer than the limit where they are large, none only at its end.</summary>
    ValueTask<IReadOnlyList<LogEntry>> ChangesAsync(long after, int limit);
}

/// <param name="Parent">Only children of this scope.</param>
/// <param name="Name">Only scopes of exactly this name.</param>
public readonly record struct ScopeFilter(ScopeKind Kind, ScopeId? Parent = null, string? Name = null);

/// <summary>All conditions hold at once.</summary>
public readonly record struct MembershipFilter(
    MemberId? Member = null, ScopeKind? Kind = null, ScopeId? Scope = null, string? Role = null);

/// <summary>A user and the role that they hold in the scope asked about.</summary>
/// <param name="Role">Null for none; in a group also when they reach it through their account role alone.</param>
public sealed record UserInRole(User User, string? Role);

/// <summary>Where a walk through all memberships by their places has come to.</summary>
public readonly record struct MemberPlace(ScopeId Scope, UserId User)
{
    public static MemberPlace Start { get; } = new(new ScopeId(0, ""), new UserId(""));
}

/// <summary>A user's membership with the user's name.</summary>
public sealed record NamedMembership(UserName Name, Membership Membership);

/// <summary>A team and the role that it holds in the account scope.</summary>
public sealed record TeamInRole(Scope Team, string? Role);

/// <summary>One member of a role group, with the name that WhyLabs shows.</summary>
public sealed record RoleHolder(UserId User, string Fold, Membership Membership);
