using Roster.Core.Access;
using Roster.Core.Outcomes;
using Roster.Core.Storage;
using Roster.Core.Values;

namespace Roster.Core.Teams;

/// <summary>The account's teams in creation order, with their roles in the account scope.</summary>
public sealed class ListTeams(IStore store)
{
    public ValueTask<Outcome<Slice<Team>>> RunAsync(Caller caller, Page page, CancellationToken cancellationToken) =>
        store.AskAsync(
            caller,
            async reads =>
            {
                var found = await reads.TeamsAsync(page);
                return (Outcome<Slice<Team>>)new Slice<Team>([.. found.Items.Select(Team.Of)], found.Next);
            },
            cancellationToken);
}
