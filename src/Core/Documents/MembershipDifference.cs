using Roster.Core.Memberships;
using Roster.Core.Outcomes;
using Roster.Core.Scopes;
using Roster.Core.Users;
using Roster.Core.Values;

namespace Roster.Core.Documents;

/// <summary>What memberships are made of, as the document leaves it.</summary>
internal sealed record FinalThings(RoleDifference Roles, ScopeDifference Scopes, UserDifference Users);

/// <summary>What a document changes about memberships, once its roles, users and scopes are as it wants them.</summary>
internal sealed class MembershipDifference
{
    private readonly KnownState _state;
    private readonly FinalThings _final;
    private readonly Instant _now;
    private readonly List<Problem> _problems;
    private readonly Dictionary<(MemberId Member, ScopeId Scope), Place> _wanted = [];
    private readonly bool _usersWereRead;
    private readonly bool _rolesWereRead;
    private readonly List<Step> _ended = [];
    private readonly List<Step> _changed = [];
    private readonly List<Step> _given = [];

    public MembershipDifference(Document document, KnownState state, FinalThings final, Instant now, List<Problem> problems)
    {
        (_state, _final, _now, _problems) = (state, final, now, problems);
        (_usersWereRead, _rolesWereRead) = (document.WasRead("users"), document.WasRead("roles"));
        foreach (var wanted in document.Memberships)
        {
            Compare(wanted);
        }

        foreach (var held in state.Memberships.All.Where(held => document.Manages.Covers(held.Scope)))
        {
            EndUnwanted(held);
        }

        _ended.Sort(static (left, right) => ByPlace((PlannedMembership)left.Change, (PlannedMembership)right.Change));
    }

    public IEnumerable<Step> Steps => [.. _ended, .. _changed, .. _given];

    private void Compare(WantedMembership wanted)
    {
        var member = wanted.Member.IsTeam ? FindTeam(wanted) : FindUser(wanted);
        Require(!_final.Scopes.IsMissing(wanted.In), wanted, "in", NoScope(wanted.In));
        var kind = wanted.In.Kind;
        var role = MembershipRules.Assignable(wanted.Role, _final.Roles.Find(wanted.Role), kind, "role");
        Require(role.Fault is null || !_rolesWereRead, wanted, "role", $"must be one that is given in a scope of kind {kind.ToString().ToLowerInvariant()}");
        Require(wanted.Until.Or(null) is not { } end || end > _now, wanted, "expiresAt", "must be in the future");
        if (member is null || !_final.Scopes.WillExist(wanted.In) || !IsFirst(wanted, member))
        {
            return;
        }

        var known = member.IsNew || _final.Scopes.IsNew(wanted.In) ? null : _state.Memberships[(member.Id, wanted.In)];
        var held = member.Loses(wanted.In) ? null : known;
        var after = new RoleValues(wanted.Role, wanted.Until.Or(held?.Until));
        if (held is null)
        {
            _given.Add(StepOf(ChangeAction.Create, member, wanted, null, after, known));
        }
        else if (Values(held) is var before && before != after)
        {
            _changed.Add(StepOf(ChangeAction.Change, member, wanted, before, after, known));
        }
    }

    private FinalMember? FindUser(WantedMembership wanted)
    {
        var user = _final.Users.Find(wanted.Member.Text, out var reason);
        Require(user is not null || !_usersWereRead, wanted, "user", reason!);
        return user is null ? null : FinalMember.Of(user);
    }

    private FinalMember? FindTeam(WantedMembership wanted)
    {
        var team = ScopeId.Team(wanted.Member.Text);
        Require(!_final.Scopes.IsMissing(team), wanted, "team", NoScope(team));
        Require(wanted.In.Kind != ScopeKind.Team, wanted, "in", "must be no team: a team is in none");
        return _final.Scopes.WillExist(team) ? new(MemberId.Team(team.Id), default, true, _final.Scopes.IsNew(team), false) : null;
    }

    private void EndUnwanted(Membership held)
    {
        if (!_wanted.ContainsKey((held.Member, held.Scope)) && !_final.Scopes.IsRemoved(held.Scope)
            && After(held.Member) is { } member && !member.Loses(held.Scope))
        {
            _ended.Add(new(
                new PlannedMembership(
                    ChangeAction.Remove, held.Member, member.Name, member.IsActive, held.Scope, Values(held), null, held.ChangedIn),
                new("memberships")));
        }
    }

    /// <summary>Null where the member goes, with all that they hold.</summary>
    private FinalMember? After(MemberId member)
    {
        if (member.Kind == MemberKind.Team)
        {
            return _final.Scopes.IsRemoved(ScopeId.Team(member.Id)) ? null : new(member, default, true, false, false);
        }

        return _state.Users[new(member.Id)] is { } present && _final.Users.After(present) is { } user ? FinalMember.Of(user) : null;
    }

    private bool IsFirst(WantedMembership wanted, FinalMember member)
    {
        if (_wanted.TryAdd((member.Id, wanted.In), wanted.Place))
        {
            return true;
        }

        Require(false, wanted, wanted.Member.Noun, $"has a role there already, in {_wanted[(member.Id, wanted.In)]}");
        return false;
    }

    private string NoScope(ScopeId scope)
    {
        var kind = scope.Kind.ToString().ToLowerInvariant();
        return _final.Scopes.IsRemoved(scope)
            ? $"the {kind} '{scope.Id}' is removed, since the document does not name it"
            : $"there is no {kind} '{scope.Id}', here or in the account";
    }

    private void Require(bool condition, WantedMembership wanted, string member, string message)
    {
        if (!condition)
        {
            _problems.Add(new(wanted.Place.Of(member), message));
        }
    }

    private static Step StepOf(
        ChangeAction action, FinalMember member, WantedMembership wanted, RoleValues? before, RoleValues after, Membership? known) => new(
        new PlannedMembership(action, member.Id, member.Name, member.IsActive, wanted.In, before, after, known?.ChangedIn ?? 0), wanted.Place);

    private static RoleValues Values(Membership held) => new(held.Role, held.Until);

    private static int ByPlace(PlannedMembership left, PlannedMembership right) =>
        left.In.Kind != right.In.Kind ? left.In.Kind.CompareTo(right.In.Kind)
        : left.In != right.In ? string.CompareOrdinal(left.In.Id, right.In.Id)
        : left.Member.Kind != right.Member.Kind ? left.Member.Kind.CompareTo(right.Member.Kind)
        : left.User is null ? string.CompareOrdinal(left.Member.Id, right.Member.Id)
        : string.CompareOrdinal(left.Name.Fold, right.Name.Fold);

    /// <param name="IsEmptied">The document deactivates them.</param>
    private sealed record FinalMember(MemberId Id, UserName Name, bool IsActive, bool IsNew, bool IsEmptied)
    {
        public static FinalMember Of(FinalUser user) =>
            new(MemberId.User(user.Id), user.Name, user.IsActive, user.Present is null, user.IsEmptied);

        /// <summary>Whoever is deactivated keeps their seats, and nothing else.</summary>
        public bool Loses(ScopeId scope) => IsEmptied && scope.Kind != ScopeKind.Team;
    }
}
