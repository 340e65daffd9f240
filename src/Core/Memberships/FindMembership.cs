using Roster.Core.Access;
using Roster.Core.Outcomes;
using Roster.Core.Scopes;
using Roster.Core.Storage;

namespace Roster.Core.Memberships;

/// <summary>One member's membership in one scope: a missing member is told of first, then a missing scope, then a missing membership.</summary>
public sealed class FindMembership(IStore store)
{
    public ValueTask<Outcome<Membership>> RunAsync(
        Caller caller, MemberRef reference, ScopeId scope, CancellationToken cancellationToken) =>
        store.AskAsync(
            caller,
            scope,
            async reads =>
            {
                var exists = reads.ExistsAsync(scope);
                var (member, held) = await reference.FindAsync(reads, id => reads.MembershipAsync(id, scope));
                var scopeExists = await exists;
                if (member is null)
                {
                    return reference.Unknown();
                }

                return scopeExists
                    ? held ?? (Outcome<Membership>)MembershipFacts.None(member, scope)
                    : ScopeReads.Unknown(scope);
            },
            cancellationToken);
}
