using Roster.Core.Memberships;
using Roster.Core.Scopes;
using Roster.Core.Storage;
using Roster.Core.Values;

namespace Roster.Core.Access.Reading;

/// <summary>A role in force: the membership that gives it, and where it is a team's, the seat that the user has there.</summary>
internal sealed record HeldRole(Membership Held, Membership? Seat)
{
    /// <summary>Those of the member and of the member's teams in any of the scopes: what is nearest first, their own before a team's.</summary>
    public static async ValueTask<List<HeldRole>> AllAsync(IReads reads, MemberId member, IReadOnlyList<ScopeId> scopes)
    {
        var seats = member.Kind == MemberKind.User
            ? await Slices.AllAsync(page => reads.MembershipsAsync(new(member, ScopeKind.Team), page))
            : [];
        var held = new List<HeldRole>();
        foreach (var scope in scopes)
        {
            if (await reads.MembershipAsync(member, scope) is { } own)
            {
                held.Add(new(own, null));
            }

            foreach (var seat in seats)
            {
                if (await reads.MembershipAsync(MemberId.Team(seat.Scope.Id), scope) is { } teams)
                {
                    held.Add(new(teams, seat));
                }
            }
        }

        return held;
    }
}
