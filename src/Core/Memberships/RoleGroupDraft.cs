using Roster.Core.Changes;
using Roster.Core.Outcomes;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Users;
using Roster.Core.Values;

namespace Roster.Core.Memberships;

/// <summary>What a request about one (scope, level) comes to, user by user: at most one change for each.</summary>
internal sealed class RoleGroupDraft(ScopeId scope, Level level)
{
    private readonly Role _role = StandardRoles.OfLevel(scope.Kind, level);
    private readonly Dictionary<string, Change?> _perUser = new(StringComparer.Ordinal);
    private readonly List<SkippedUser> _skipped = [];

    public IReadOnlyList<SkippedUser> Skipped => _skipped;

    public IReadOnlyList<Change> Changes => [.. _perUser.Values.OfType<Change>()];

    /// <summary>The highest level that is given, changed or ended; none where nothing changes.</summary>
    public Level HighestTouched { get; private set; } = Level.None;

    public void Add(string id, User? user, Membership? held)
    {
        if (user is null)
        {
            _skipped.Add(new(id, FaultKind.UnknownUser));
            return;
        }

        var change = held?.Level == level ? null : MembershipRules.Give(user, scope, held, _role, default);
        if (change is not null)
        {
            Touch(level);
            Touch(held?.Level ?? Level.None);
        }

        _perUser[id] = change;
    }

    public void Remove(string id, User? user, Membership? held)
    {
        if (user is null)
        {
            if (!_skipped.Exists(skipped => skipped.User == id))
            {
                _skipped.Add(new(id, FaultKind.UnknownUser));
            }
        }
        else if (_perUser.ContainsKey(id))
        {
            _perUser[id] = held is null ? null : End(held);
        }
        else if (held is null)
        {
            _skipped.Add(new(id, FaultKind.UnknownMembership));
        }
        else if (held.Level == level)
        {
            _perUser[id] = End(held);
        }
    }

    public void RemoveUnlessAdded(Membership held)
    {
        if (!_perUser.ContainsKey(held.Member.Id))
        {
            _perUser[held.Member.Id] = End(held);
        }
    }

    /// <summary>True for an owner whom the changes leave without an admin's role in the account.</summary>
    public bool Loses(UserId owner) => _perUser.GetValueOrDefault(owner.Value) switch
    {
        MembershipEnded => true,
        RoleChanged changed => changed.Level != Level.Admin || changed.Until is not null,
        _ => false,
    };

    /// <summary>True for a user whom the changes give an owner's role, so that one owner can take over from another.</summary>
    public bool MakesOwner(User user) =>
        user is { Active: true, Pending: false }
        && _perUser.GetValueOrDefault(user.Id.Value)
            is RoleGiven { Level: Level.Admin, Until: null } or RoleChanged { Level: Level.Admin, Until: null };

    private MembershipEnded End(Membership held)
    {
        Touch(held.Level);
        return new(held.Member, held.Scope, held.Level);
    }

    private void Touch(Level touched) => HighestTouched = touched > HighestTouched ? touched : HighestTouched;
}
