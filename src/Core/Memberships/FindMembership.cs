using Roster.Core.Access;
using Roster.Core.Outcomes;
using Roster.Core.Scopes;
using Roster.Core.Storage;
using Roster.Core.Users;

namespace Roster.Core.Memberships;

/// <summary>One user's membership in one scope: a missing user is told of first, then a missing scope, then a missing membership.</summary>
public sealed class FindMembership(IStore store)
{
    public ValueTask<Outcome<Membership>> RunAsync(
        Caller caller, UserRef reference, ScopeId scope, CancellationToken cancellationToken) =>
        store.AskAsync(
            caller,
            scope,
            async reads =>
            {
                var exists = reads.ExistsAsync(scope);
                var (user, held) = await reference.FindAsync(reads, id => reads.MembershipAsync(MemberId.User(id), scope));
                var scopeExists = await exists;
                if (user is null)
                {
                    return reference.Unknown();
                }

                return scopeExists
                    ? held ?? (Outcome<Membership>)MembershipFacts.None(user, scope)
                    : ScopeReads.Unknown(scope);
            },
            cancellationToken);
}
