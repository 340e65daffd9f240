using Roster.Core.Memberships;
using Roster.Core.Scopes;
using Roster.Core.Storage;
using Roster.Core.Values;

namespace Roster.Core.Access.Reading;

/// <summary>A role in force: the membership that gives it, and where it is a team's, the seat that the user has there.</summary>
internal sealed record HeldRole(Membership Held, Membership? Seat)
{
    // Enough to make waiting short, few enough that no request fills the engine's queue.
    private const int Together = 500;

    /// <summary>Those of the member and of the member's teams in any of the scopes: what is nearest first, their own before a team's.</summary>
    public static async ValueTask<List<HeldRole>> AllAsync(IReads reads, MemberId member, IReadOnlyList<ScopeId> scopes)
    {
        var seats = member.Kind == MemberKind.User
            ? await Slices.AllAsync(page => reads.MembershipsAsync(new(member, ScopeKind.Team), page))
            : [];
        Membership?[] through = [null, .. seats];
        var held = new List<HeldRole>();
        foreach (var some in scopes.SelectMany(scope => through.Select(seat => (Scope: scope, Seat: seat))).Chunk(Together))
        {
            var finding = Array.ConvertAll(some, place => reads.MembershipAsync(HolderOf(member, place.Seat), place.Scope));
            for (var i = 0; i < some.Length; i++)
            {
                if (await finding[i] is { } found)
                {
                    held.Add(new(found, some[i].Seat));
                }
            }
        }

        return held;
    }

    private static MemberId HolderOf(MemberId member, Membership? seat) => seat is null ? member : MemberId.Team(seat.Scope.Id);
}
