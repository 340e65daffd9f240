using Roster.Core.Access;
using Roster.Core.Outcomes;
using Roster.Core.Scopes;
using Roster.Core.Storage;
using Roster.Core.Values;

namespace Roster.Core.Memberships;

/// <summary>Who reaches a group: its members with their role in it, and with no role who reaches it through the account alone.</summary>
public sealed class ListGroupUsers(IStore store)
{
    public ValueTask<Outcome<Slice<UserInRole>>> RunAsync(
        Caller caller, ScopeId group, bool? active, Page page, CancellationToken cancellationToken) =>
        store.AskAsync(
            caller,
            group,
            async reads =>
            {
                var exists = reads.ExistsAsync(group);
                var users = await reads.GroupUsersAsync(group, active, page);
                return await exists ? users : (Outcome<Slice<UserInRole>>)ScopeReads.Unknown(group);
            },
            cancellationToken);
}
