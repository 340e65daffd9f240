using Roster.Core.Changes;
using Roster.Core.Memberships;
using Roster.Core.Outcomes;
using Roster.Core.Roles;
using Roster.Core.Scopes;

namespace Roster.Core.Teams;

/// <summary>What a request about a team's members comes to, user by user.</summary>
internal sealed class SeatDraft(ScopeId team)
{
    private static readonly Role Seat = StandardRoles.Find("Team Member")!;

    private readonly List<Change> _changes = [];

    public IReadOnlyList<Change> Changes => _changes;

    /// <summary>The first that stands in the way, if anything does.</summary>
    public Fault? Problem { get; private set; }

    /// <summary>The highest level of the seats that are given or ended; none where nothing changes.</summary>
    public Level HighestTouched { get; private set; }

    /// <summary>Who sits there already stays as they are, be it as a manager.</summary>
    public void Add(string id, NamedSeats named)
    {
        var (user, seat) = named.ById[id];
        if (user is null)
        {
            Problem ??= Fault.Invalid("members", $"must be ids of users: there is no user '{id}'");
        }
        else if (seat is null)
        {
            Add(MembershipRules.Give(user, team, null, Seat, default)!, Seat.Level);
        }
    }

    public void End(Membership seat) => Add(new MembershipEnded(seat.Member, seat.Scope, seat.Level), seat.Level);

    private void Add(Change change, Level level)
    {
        _changes.Add(change);
        HighestTouched = LevelRules.Highest(HighestTouched, level);
    }
}
