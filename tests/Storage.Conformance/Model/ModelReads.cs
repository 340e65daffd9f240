using Roster.Core.Accounts;
using Roster.Core.Invitations;
using Roster.Core.Keys;
using Roster.Core.Memberships;
using Roster.Core.Roles;

namespace Roster.Tests.Storage.Conformance.Model;

/// <summary>Answers every question from the model's lists, at one time.</summary>
internal sealed partial class ModelReads(ModelAccount model, Instant clock) : IReads
{
    public Account? Account => model.AsAccount();

    public Instant Now { get; } = model.MomentAt(clock).Now;

    private IEnumerable<ModelMembership> Memberships => model.Memberships.Where(held => held.IsThereAt(Now));

    public ValueTask<User?> UserAsync(UserId id) => new(model.Users.Find(user => user.Id == id));

    public ValueTask<User?> UserNamedAsync(string fold) => new(model.Users.Find(user => user.Name.Fold == fold));

    public ValueTask<UserId?> DeletedUserNamedAsync(string fold) =>
        new(model.Deleted.Where(deleted => deleted.Fold == fold).Select(deleted => (UserId?)deleted.User).LastOrDefault());

    public ValueTask<bool> IsUserIdUsedAsync(UserId id) =>
        new(model.Users.Any(user => user.Id == id) || model.Deleted.Any(deleted => deleted.User == id));

    public ValueTask<Slice<UserInRole>> UsersAsync(bool? active, Page page) => Cut(
        model.Users
            .Where(user => active is null || user.Active == active)
            .Select(user => new UserInRole(user, Held(user, ScopeId.Account(model.Id))?.Membership.Role)),
        page,
        item => item.User.Number);

    public async ValueTask<Slice<User>> UsersByIdAsync(string after, int limit) =>
        Slice<User>.Cut([.. await ById(model.Users, user => user.Id, after, limit + 1)], limit, user => user.Number);

    public ValueTask<Slice<User>> UsersByNameAsync(string after, int limit)
    {
        var users = model.Users.Where(user => string.CompareOrdinal(user.Name.Fold, after) > 0).OrderBy(user => user.Name.Fold, StringComparer.Ordinal);
        return new(Slice<User>.Cut([.. users.Take(limit + 1)], limit, user => user.Number));
    }

    public ValueTask<int> CountUsersAsync(int atMost) => new(Math.Min(atMost, model.Users.Count));

    public ValueTask<Scope?> ScopeAsync(ScopeId id) => new(model.Scopes.Find(scope => scope.Id == id));

    public ValueTask<bool> IsScopeIdUsedAsync(ScopeId id) =>
        new(model.Scopes.Any(scope => scope.Id == id) || model.Ended.Contains(id));

    public ValueTask<Slice<Scope>> ScopesAsync(ScopeFilter filter, Page page) => Cut(
        model.Scopes.Where(scope => scope.Id.Kind == filter.Kind
            && (filter.Parent is not { } parent || scope.Parent == parent)
            && (filter.Name is not { } name || scope.Name == name)),
        page,
        scope => scope.Number);

    public ValueTask<Membership?> MembershipAsync(MemberId member, ScopeId scope) =>
        new(Memberships.SingleOrDefault(held => held.IsOf(member, scope))?.Membership);

    public ValueTask<Slice<Membership>> MembershipsAsync(MembershipFilter filter, Page page) => Cut(
        Memberships.Select(held => held.Membership).Where(held =>
            (filter.Member is not { } member || held.Member == member)
            && (filter.Kind is not { } kind || held.Scope.Kind == kind)
            && (filter.Scope is not { } scope || held.Scope == scope)
            && (filter.Role is not { } role || held.Role == role)),
        page,
        held => held.Number);

    public ValueTask<IReadOnlyList<NamedMembership>> MembershipsByPlaceAsync(MemberPlace after, int limit) => new([.. Memberships
        .Select(held => held.Membership)
        .Where(held => held.Member.Kind == MemberKind.User)
        .Select(held => new NamedMembership(model.Users.Single(user => user.Id.Value == held.Member.Id).Name, held))
        .OrderBy(named => named.Membership.Scope.Kind)
        .ThenBy(named => named.Membership.Scope.Id, StringComparer.Ordinal)
        .ThenBy(named => named.Membership.Member.Id, StringComparer.Ordinal)
        .SkipWhile(named => Compare(named.Membership, after) <= 0)
        .Take(limit)]);

    public ValueTask<Instant?> NextEndAsync(Instant after) =>
        new(model.Memberships.Select(held => held.Membership.Until).Where(until => until > after).Min());

    public ValueTask<Level> HighestLevelAsync(MemberId member) =>
        new(Highest(held => held.Member == member || TeamsOf(member).Contains(held.Member)));

    public ValueTask<Level> LevelThroughTeamsAsync(UserId user, ScopeId scope) =>
        new(Highest(held => held.Scope == scope && TeamsOf(MemberId.User(user)).Contains(held.Member)));

    public ValueTask<Slice<TeamInRole>> TeamsAsync(Page page) => Cut(
        from team in model.Scopes
        where team.Id.Kind == ScopeKind.Team
        let held = Memberships.SingleOrDefault(held => held.IsOf(MemberId.Team(team.Id.Id), ScopeId.Account(model.Id)))
        select new TeamInRole(team, held?.Membership.Role),
        page,
        item => item.Team.Number);

    public ValueTask<Slice<Membership>> SeatsAsync(ScopeId team, bool? active, Page page) => Cut(
        from held in Memberships
        where held.Membership.Scope == team
        where active is null || model.Users.Single(user => MemberId.User(user.Id) == held.Membership.Member).Active == active
        select held.Membership,
        page,
        seat => seat.Number);

    public ValueTask<CustomRole?> CustomRoleAsync(string name) => new(model.Roles.Find(role => role.Role.Name == name));

    public ValueTask<Slice<CustomRole>> CustomRolesAsync(Page page) => Cut(model.Roles, page, role => role.Number);

    public ValueTask<bool> IsCustomRoleHeldAsync(string name) => new(
        StandardRoles.Find(name) is null && Memberships.Any(held => held.Membership.Role == name));

    public ValueTask<IReadOnlyList<UserId>> OwnersAsync(int atMost) => new([.. model.Users
        .Where(user => user is { Active: true, Pending: false }
            && Held(user, ScopeId.Account(model.Id)) is { Membership: { Level: Level.Admin, Until: null } })
        .Select(user => user.Id)
        .Take(atMost)]);

    public ValueTask<Slice<UserInRole>> GroupUsersAsync(ScopeId group, bool? active, Page page) => Cut(
        from user in model.Users
        where model.Scopes.Any(scope => scope.Id == @group) && (active is null || user.Active == active)
        let here = Held(user, @group)
        where here is not null || Held(user, ScopeId.Account(model.Id)) is { Cascades: true }
        select new UserInRole(user, here?.Membership.Role),
        page,
        item => item.User.Number);

    public ValueTask<IReadOnlyList<RoleHolder>> RoleHoldersAsync(ScopeId scope, Level level, string after, int limit) => ById(
        from user in model.Users
        let held = Held(user, scope)
        where held is not null && held.Membership.Level == level
        select new RoleHolder(user.Id, user.Name.Fold, held.Membership),
        holder => holder.User,
        after,
        limit);

    public ValueTask<ApiKey?> KeyAsync(KeyId id) => new(model.Keys.Find(key => key.Id == id));

    public ValueTask<Slice<ApiKey>> KeysAsync(Page page) =>
        Cut(model.Keys.Where(key => key.RevokedAt is not { } end || Now < end), page, key => key.Number);

    public ValueTask<Invitation?> InvitationAsync(InvitationId id) => new(model.Invitations.Find(sent => sent.Id == id));

    public ValueTask<Invitation?> OpenInvitationAsync(UserId user) =>
        new(model.Invitations.SingleOrDefault(sent => sent.User == user && sent.EndedAt is null));

    /// <summary>No history leaves any.</summary>
    public ValueTask<Note?> NoteAsync(string name) => new((Note?)null);

    public ValueTask<IReadOnlyList<LogEntry>> ChangesAsync(long after, int limit) =>
        new([.. model.Log.Where(entry => entry.Revision > after).Take(limit)]);

    private IEnumerable<MemberId> TeamsOf(MemberId user) =>
        from held in Memberships
        where held.Membership.Member == user && held.Membership.Scope.Kind == ScopeKind.Team
        select MemberId.Team(held.Membership.Scope.Id);

    private Level Highest(Func<Membership, bool> which) =>
        Memberships.Select(held => held.Membership).Where(which).Select(held => held.Level).DefaultIfEmpty().Max();

    private ModelMembership? Held(User user, ScopeId scope) => 
        Memberships.SingleOrDefault(held => held.IsOf(MemberId.User(user.Id), scope));

    private static int Compare(Membership held, MemberPlace place) =>
        held.Scope.Kind != place.Scope.Kind ? held.Scope.Kind.CompareTo(place.Scope.Kind)
        : held.Scope.Id != place.Scope.Id ? string.CompareOrdinal(held.Scope.Id, place.Scope.Id)
        : string.CompareOrdinal(held.Member.Id, place.User.Value);

    private static ValueTask<Slice<T>> Cut<T>(IEnumerable<T> rows, Page page, Func<T, long> number)
    {
        var following = rows.Where(row => number(row) > page.After).OrderBy(number).ToList();
        var items = following.Take(page.Limit).ToList();
        return new(new Slice<T>(items, following.Count > items.Count ? number(items[^1]) : null));
    }

    /// <summary>Ids are ASCII here, where the order of UTF-16 is that of bytes.</summary>
    private static ValueTask<IReadOnlyList<T>> ById<T>(IEnumerable<T> rows, Func<T, UserId> id, string after, int limit) => new([.. rows
        .Where(row => string.CompareOrdinal(id(row).Value, after) > 0)
        .OrderBy(row => id(row).Value, StringComparer.Ordinal)
        .Take(limit)]);
}
