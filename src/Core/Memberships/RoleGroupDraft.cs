using Roster.Core.Changes;
using Roster.Core.Outcomes;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Users;
using Roster.Core.Values;

namespace Roster.Core.Memberships;

/// <summary>What a request about one (scope, level) comes to, member by member: at most one change for each.</summary>
internal sealed class RoleGroupDraft(ScopeId scope, Level level)
{
    private readonly Role _role = StandardRoles.OfLevel(scope.Kind, level);
    private readonly Dictionary<MemberId, Change?> _perMember = [];
    private readonly List<SkippedUser> _skipped = [];
    private readonly HashSet<string> _strangers = new(StringComparer.Ordinal);

    public IReadOnlyList<SkippedUser> Skipped => _skipped;

    public IReadOnlyList<Change> Changes => [.. _perMember.Values.OfType<Change>()];

    /// <summary>The highest level that is given, changed or ended; none where nothing changes.</summary>
    public Level HighestTouched { get; private set; } = Level.None;

    public void Add(string id, User? user, Membership? held)
    {
        if (user is null)
        {
            SkipStranger(id);
        }
        else
        {
            Add(Member.Of(user), held);
        }
    }

    /// <summary>Who has another role of the level keeps it; who has another level moves.</summary>
    public void Add(Member member, Membership? held)
    {
        var change = held?.Level == level ? null : MembershipRules.Give(member, scope, held, _role, default);
        if (change is not null)
        {
            Touch(level);
            Touch(held?.Level ?? Level.None);
        }

        _perMember[member.Id] = change;
    }

    public void Remove(string id, User? user, Membership? held)
    {
        if (user is null)
        {
            SkipStranger(id);
        }
        else if (_perMember.ContainsKey(MemberId.User(user.Id)))
        {
            _perMember[MemberId.User(user.Id)] = held is null ? null : End(held.Member, held.Level);
        }
        else if (held is null)
        {
            _skipped.Add(new(id, FaultKind.UnknownMembership));
        }
        else
        {
            Remove(held);
        }
    }

    /// <summary>Who has another level stays.</summary>
    public void Remove(Membership held)
    {
        if (held.Level == level)
        {
            _perMember[held.Member] = End(held.Member, held.Level);
        }
    }

    public void RemoveUnlessAdded(MemberId member, Level held)
    {
        if (!_perMember.ContainsKey(member))
        {
            _perMember[member] = End(member, held);
        }
    }

    /// <summary>True for an owner whom the changes leave without an admin's role in the account.</summary>
    public bool Loses(UserId owner) => _perMember.GetValueOrDefault(MemberId.User(owner)) switch
    {
        MembershipEnded => true,
        RoleChanged changed => changed.Level != Level.Admin || changed.Until is not null,
        _ => false,
    };

    /// <summary>True for a user whom the changes give an owner's role, so that one owner can take over from another.</summary>
    public bool MakesOwner(User user) =>
        user is { Active: true, Pending: false }
        && _perMember.GetValueOrDefault(MemberId.User(user.Id))
            is RoleGiven { Level: Level.Admin, Until: null } or RoleChanged { Level: Level.Admin, Until: null };

    /// <summary>Once, also where they are to be added and removed.</summary>
    private void SkipStranger(string id)
    {
        if (_strangers.Add(id))
        {
            _skipped.Add(new(id, FaultKind.UnknownUser));
        }
    }

    private MembershipEnded End(MemberId member, Level held)
    {
        Touch(held);
        return new(member, scope, held);
    }

    private void Touch(Level touched) => HighestTouched = touched > HighestTouched ? touched : HighestTouched;
}
