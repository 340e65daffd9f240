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
                if (await reference.FindAsync(reads) is not { } user)
                {
                    return reference.Unknown();
                }

                var inAccount = await reads.MembershipAsync(MemberId.User(user.Id), ScopeId.Account(caller.Account));
                return (Outcome<UserInRole>)new UserInRole(user, inAccount?.Role);
            },
            cancellationToken);
}
