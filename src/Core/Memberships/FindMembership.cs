using Roster.Core.Access;
using Roster.Core.Outcomes;
using Roster.Core.Scopes;
using Roster.Core.Storage;
using Roster.Core.Users;

namespace Roster.Core.Memberships;

/// <summary>One user's membership in one scope: the user is looked for first, then the scope, then the membership.</summary>
public sealed class FindMembership(IStore store)
{
    public ValueTask<Outcome<Membership>> RunAsync(
        Caller caller, UserRef reference, ScopeId scope, CancellationToken cancellationToken) =>
        store.AskAsync(
            caller,
            scope,
            async reads =>
            {
                if (await reference.FindAsync(reads) is not { } user)
                {
                    return reference.Unknown();
                }

                if (!await reads.ExistsAsync(scope))
                {
                    return ScopeReads.Unknown(scope);
                }

                return await reads.MembershipAsync(MemberId.User(user.Id), scope) is { } held
                    ? held
                    : (Outcome<Membership>)MembershipFacts.None(user, scope);
            },
            cancellationToken);
}
