using Roster.Core.Access;
using Roster.Core.Memberships;
using Roster.Core.Outcomes;
using Roster.Core.Scopes;
using Roster.Core.Storage;

namespace Roster.Core.Users;

/// <summary>One user, with the role in the account scope.</summary>
public sealed class FindUser(IStore store)
{
    public ValueTask<Outcome<UserInRole>> RunAsync(Caller caller, UserRef reference, CancellationToken cancellationToken) =>
        store.AskAsync(
            caller,
            async reads =>
            {
                var account = ScopeId.Account(caller.Account);
                var (user, held) = await reference.FindAsync(reads, id => reads.MembershipAsync(MemberId.User(id), account));
                return user is null ? reference.Unknown() : (Outcome<UserInRole>)new UserInRole(user, held?.Role);
            },
            cancellationToken);
}
