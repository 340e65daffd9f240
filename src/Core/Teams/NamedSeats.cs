using Roster.Core.Memberships;
using Roster.Core.Scopes;
using Roster.Core.Storage;
using Roster.Core.Users;

namespace Roster.Core.Teams;

/// <summary>The users that a request names, each with their seat in the team: as many look-ups as names, however many sit in it.</summary>
internal sealed record NamedSeats(IReadOnlyDictionary<string, (User? User, Membership? Seat)> ById)
{
    // Users asked about at once: enough to make waiting short, few enough that no request fills the engine's queue.
    private const int Together = 500;

    public static async ValueTask<NamedSeats> ReadAsync(IReads reads, ScopeId team, IEnumerable<string> ids)
    {
        var named = new Dictionary<string, (User? User, Membership? Seat)>(StringComparer.Ordinal);
        foreach (var some in ids.Distinct(StringComparer.Ordinal).Chunk(Together))
        {
            var finding = Array.ConvertAll(
                some, id => UserRef.ById(id).FindAsync(reads, user => reads.MembershipAsync(MemberId.User(user), team)));
            for (var i = 0; i < some.Length; i++)
            {
                named.Add(some[i], await finding[i]);
            }
        }

        return new(named);
    }
}
