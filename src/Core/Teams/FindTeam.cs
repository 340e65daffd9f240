using Roster.Core.Access;
using Roster.Core.Memberships;
using Roster.Core.Outcomes;
using Roster.Core.Scopes;
using Roster.Core.Storage;

namespace Roster.Core.Teams;

/// <summary>One team.</summary>
public sealed class FindTeam(IStore store)
{
    public ValueTask<Outcome<Team>> RunAsync(Caller caller, string id, CancellationToken cancellationToken) =>
        store.AskAsync(
            caller,
            ScopeId.Team(id),
            async reads =>
            {
                var inAccount = reads.MembershipAsync(MemberId.Team(id), ScopeId.Account(caller.Account));
                var found = await reads.ScopeAsync(ScopeId.Team(id));
                var role = (await inAccount)?.Role;
                return found is not null ? Team.Of(found, role) : (Outcome<Team>)ScopeReads.Unknown(ScopeId.Team(id));
            },
            cancellationToken);
}
