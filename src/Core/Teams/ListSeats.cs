using Roster.Core.Access;
using Roster.Core.Memberships;
using Roster.Core.Outcomes;
using Roster.Core.Scopes;
using Roster.Core.Storage;
using Roster.Core.Values;

namespace Roster.Core.Teams;

/// <summary>The users of a team, each with the membership that is their seat, in the order in which they joined.</summary>
public sealed class ListSeats(IStore store)
{
    /// <param name="active">Only those of such users; null for all.</param>
    public ValueTask<Outcome<Slice<Membership>>> RunAsync(
        Caller caller, string team, bool? active, Page page, CancellationToken cancellationToken) =>
        store.AskAsync(
            caller,
            ScopeId.Team(team),
            async reads =>
            {
                var exists = reads.ExistsAsync(ScopeId.Team(team));
                var seats = await reads.SeatsAsync(ScopeId.Team(team), active, page);
                return await exists ? seats : (Outcome<Slice<Membership>>)ScopeReads.Unknown(ScopeId.Team(team));
            },
            cancellationToken);
}
