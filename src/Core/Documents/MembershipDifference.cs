using Roster.Core.Memberships;
using Roster.Core.Outcomes;
using Roster.Core.Scopes;
using Roster.Core.Values;

namespace Roster.Core.Documents;

/// <summary>What a document changes about memberships, once its users and scopes are as it wants them.</summary>
internal sealed class MembershipDifference
{
    private readonly KnownState _state;
    private readonly ScopeDifference _scopes;
    private readonly UserDifference _users;
    private readonly Instant _now;
    private readonly List<Problem> _problems;
    private readonly Dictionary<(UserId User, ScopeId Scope), Place> _wanted = [];
    private readonly bool _usersWereRead;
    private readonly List<Step> _ended = [];
    private readonly List<Step> _changed = [];
    private readonly List<Step> _given = [];

    public MembershipDifference(
        Document document, KnownState state, ScopeDifference scopes, UserDifference users, Instant now, List<Problem> problems)
    {
        (_state, _scopes, _users, _now, _problems) = (state, scopes, users, now, problems);
        _usersWereRead = document.WasRead("users");
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
        var user = _users.Find(wanted.User, out var reason);
        Require(user is not null || !_usersWereRead, wanted, "user", reason!);
        Require(!_scopes.IsMissing(wanted.In), wanted, "in", NoScope(wanted.In));
        var role = MembershipRules.Assignable(wanted.Role, _state.RoleNamed(wanted.Role), wanted.In.Kind, "role");
        Require(role.Fault is null, wanted, "role", $"must be one that is given in a scope of kind {wanted.In.Kind.ToString().ToLowerInvariant()}");
        Require(wanted.Until.Or(null) is not { } end || end > _now, wanted, "expiresAt", "must be in the future");
        if (user is null || !_scopes.WillExist(wanted.In) || !IsFirst(wanted, user))
        {
            return;
        }

        var known = user.Present is null || _scopes.IsNew(wanted.In) ? null : _state.Memberships[(user.Id, wanted.In)];
        var held = user.IsEmptied ? null : known;
        var after = new RoleValues(wanted.Role, wanted.Until.Or(held?.Until));
        if (held is null)
        {
            _given.Add(StepOf(ChangeAction.Create, user, wanted, null, after, known));
        }
        else if (Values(held) is var before && before != after)
        {
            _changed.Add(StepOf(ChangeAction.Change, user, wanted, before, after, known));
        }
    }

    private void EndUnwanted(Membership held)
    {
        var id = new UserId(held.Member.Id);
        if (held.Member.Kind == MemberKind.User
            && !_wanted.ContainsKey((id, held.Scope))
            && !_scopes.IsRemoved(held.Scope)
            && _state.Users[id] is { } present
            && _users.After(present) is { IsEmptied: false } user)
        {
            _ended.Add(new(
                new PlannedMembership(
                    ChangeAction.Remove, id, user.Name, user.IsActive, held.Scope, Values(held), null, held.ChangedIn),
                new("memberships")));
        }
    }

    private bool IsFirst(WantedMembership wanted, FinalUser user)
    {
        if (_wanted.TryAdd((user.Id, wanted.In), wanted.Place))
        {
            return true;
        }

        Require(false, wanted, "user", $"has a role there already, in {_wanted[(user.Id, wanted.In)]}");
        return false;
    }

    private string NoScope(ScopeId scope)
    {
        var kind = scope.Kind.ToString().ToLowerInvariant();
        return _scopes.IsRemoved(scope)
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
        ChangeAction action, FinalUser user, WantedMembership wanted, RoleValues? before, RoleValues after, Membership? known) => new(
        new PlannedMembership(action, user.Id, user.Name, user.IsActive, wanted.In, before, after, known?.ChangedIn ?? 0), wanted.Place);

    private static RoleValues Values(Membership held) => new(held.Role, held.Until);

    private static int ByPlace(PlannedMembership left, PlannedMembership right) =>
        left.In.Kind != right.In.Kind ? left.In.Kind.CompareTo(right.In.Kind)
        : left.In != right.In ? string.CompareOrdinal(left.In.Id, right.In.Id)
        : string.CompareOrdinal(left.Name.Fold, right.Name.Fold);
}
