using System.Text;
using Roster.Core.Memberships;
using Roster.Core.Roles;
using Roster.Core.Teams;

namespace Roster.Tests.Storage.Conformance.Model;

internal sealed partial class ModelReads
{
    public ValueTask<Slice<User>> FindUsersAsync(UserSearch search, Page page) => Cut(Found(search), page, user => user.Number);

    public ValueTask<int> CountUsersAsync(UserSearch search, int atMost) => new(Math.Min(atMost, Found(search).Count()));

    public ValueTask<long> SkipUsersAsync(UserSearch search, int count) => new(
        count == 0 ? 0 : Found(search).OrderBy(user => user.Number).Skip(count - 1).Select(user => user.Number).FirstOrDefault(long.MaxValue));

    public ValueTask<IReadOnlyList<UserGroup>> GroupsOfAsync(UserId user) => new([.. Groups(user)]);

    private IEnumerable<UserGroup> Groups(UserId user)
    {
        var own = Memberships.Select(held => held.Membership).Where(held => held.Member == MemberId.User(user)).OrderBy(held => held.Number).ToList();
        var teams = own.Where(held => held.Scope.Kind == ScopeKind.Team);
        var levels = own.Select(held => (Held: held, IsOwn: true))
            .Concat(Memberships.Where(held => TeamsOf(MemberId.User(user)).Contains(held.Membership.Member)).Select(held => (Held: held.Membership, IsOwn: false)))
            .Where(group => IsPlace(group.Held.Scope))
            .GroupBy(group => (group.Held.Scope, group.Held.Level))
            .Select(group => new UserGroup(group.Key.Scope, group.Key.Level, null, group.Any(it => it.IsOwn)))
            .OrderBy(group => group.Scope.Kind)
            .ThenBy(group => group.Scope.Id, StringComparer.Ordinal)
            .ThenByDescending(group => group.Level);
        return teams
            .Select(seat => new UserGroup(seat.Scope, null, model.Scopes.Single(team => team.Id == seat.Scope).Name, true))
            .Concat(levels);
    }

    public ValueTask<Slice<GroupMember>> TeamMembersAsync(string team, Page page) =>
        Cut(Members(ScopeId.Team(team)), page, member => member.Number);

    public ValueTask<IReadOnlyList<GroupMember>> RoleGroupMembersAsync(ScopeId scope, Level level, MemberId after, int limit) => new([
        .. Members(scope)
            .Where(member => member.Level == level)
            .OrderBy(member => member.Member.Kind)
            .ThenBy(member => member.Member.Id, StringComparer.Ordinal)
            .Where(member => member.Member.Kind > after.Kind
                || (member.Member.Kind == after.Kind && string.CompareOrdinal(member.Member.Id, after.Id) > 0))
            .Take(limit),
    ]);

    public ValueTask<int> CountMembersAsync(ScopeId scope, Level? level, int atMost) =>
        new(Math.Min(atMost, Members(scope).Count(member => level is null || member.Level == level)));

    public ValueTask<RoleGroup?> RoleGroupAsync(ScopeId scope, Level level) => new(RoleGroup(scope, level));

    public ValueTask<IReadOnlyList<RoleGroup>> RoleGroupsAsync(string externalId, int limit) => new([
        .. model.RoleGroups.Keys
            .Select(key => RoleGroup(key.Scope, key.Level))
            .OfType<RoleGroup>()
            .Where(group => group.ExternalId == externalId)
            .OrderBy(group => group.Scope.Kind)
            .ThenBy(group => group.Scope.Id, StringComparer.Ordinal)
            .ThenBy(group => group.Level)
            .Take(limit),
    ]);

    public ValueTask<Slice<Scope>> FindTeamsAsync(TeamSearch search, Page page) => Cut(
        model.Scopes.Where(scope => scope.Id.Kind == ScopeKind.Team
            && (search.Name is { } name ? UserName.FoldOf(scope.Name) == name && name.Length > 0 : scope.ExternalId == search.ExternalId)),
        page,
        team => team.Number);

    public ValueTask<IReadOnlyList<Scope>> ScopesByIdAsync(ScopeKind kind, string after, int limit) => new([
        .. model.Scopes.Where(scope => scope.Id.Kind == kind && string.CompareOrdinal(scope.Id.Id, after) > 0)
            .OrderBy(scope => scope.Id.Id, StringComparer.Ordinal)
            .Take(limit),
    ]);

    public ValueTask<int> CountScopesAsync(ScopeKind kind, int atMost) => new(Math.Min(atMost, model.Scopes.Count(scope => scope.Id.Kind == kind)));

    private RoleGroup? RoleGroup(ScopeId scope, Level level)
    {
        var known = scope == ScopeId.Account(model.Id)
            ? model.ClosedAt is null && model.Revision > 0 ? (At: model.CreatedAt, Number: 1L) : default
            : scope.Kind == ScopeKind.Organization && model.Scopes.Find(it => it.Id == scope) is { } found ? (At: found.CreatedAt, found.Number) : default;
        if (known.Number == 0)
        {
            return null;
        }

        return model.RoleGroups.TryGetValue((scope, level), out var kept)
            ? new(scope, level, kept.ExternalId, known.At, kept.ChangedIn, kept.ChangedAt)
            : new(scope, level, null, known.At, known.Number, known.At);
    }

    private static bool IsPlace(ScopeId scope) => scope.Kind is ScopeKind.Account or ScopeKind.Organization;

    private IEnumerable<GroupMember> Members(ScopeId scope) =>
        from held in Memberships.Select(held => held.Membership)
        where held.Scope == scope
        let name = held.Member.Kind == MemberKind.User
            ? model.Users.Single(user => user.Id.Value == held.Member.Id).DisplayName
            : model.Scopes.Single(team => team.Id == ScopeId.Team(held.Member.Id)).Name
        select new GroupMember(held.Member, name, held.Number, held.Level);

    private IEnumerable<User> Found(UserSearch search) => model.Users.Where(user => Fits(user, search));

    private bool Fits(User user, UserSearch search) => search switch
    {
        UserSearch.All => true,
        UserSearch.ById by => user.Id == by.UserId,
        UserSearch.ByActive by => user.Active == by.IsActive,
        UserSearch.Since since => user.CreatedAt >= since.Time,
        UserSearch.InTeam team => GroupsOf(user).Contains(ScopeId.Team(team.TeamId)),
        UserSearch.InRoleGroup group => Groups(user.Id).Any(it => it.Scope == group.Scope && it.Level == group.Level),
        UserSearch.ByText { Kind: UserSearch.TextKind.UserName } by => Between(user.Name.Fold, by.From, by.To),
        UserSearch.ByText { Kind: UserSearch.TextKind.ExternalId } by => Between(user.ExternalId, by.From, by.To),
        UserSearch.ByText { Kind: UserSearch.TextKind.DisplayName } by => Between(Folded(user.DisplayName), by.From, by.To),
        UserSearch.ByText { Kind: UserSearch.TextKind.GivenName } by => Between(Folded(user.GivenName), by.From, by.To),
        UserSearch.ByText by => Between(Folded(user.FamilyName), by.From, by.To),
        UserSearch.ByTerm by => model.Terms[user.Id].Any(term => term.Kind == by.Kind && Between(term.Value, by.From, by.To))
            || (by.Kind == TermKind.Email && Between(user.Name.Fold, by.From, by.To)),
        _ => throw new NotSupportedException($"The model searches by no {search.GetType().Name}."),
    };

    private IEnumerable<ScopeId> GroupsOf(User user) =>
        Memberships.Where(held => held.Membership.Member == MemberId.User(user.Id)).Select(held => held.Membership.Scope);

    private static string? Folded(string? text) => text is null ? null : UserName.FoldOf(text);

    private static bool Between(string? text, string from, string to) => text is { Length: > 0 }
        && Encoding.UTF8.GetBytes(text).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(from)) >= 0
        && Encoding.UTF8.GetBytes(text).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(to)) < 0;
}
