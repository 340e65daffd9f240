using Roster.Core.Access;
using Roster.Core.Changes;
using Roster.Core.Outcomes;
using Roster.Core.Scopes;
using Roster.Core.Storage;
using Roster.Core.Values;

namespace Roster.Core.Memberships;

/// <summary>Ends a member's membership in a scope and answers what it was.</summary>
public sealed class EndMembership(Writing writing)
{
    public ValueTask<Outcome<Membership>> RunAsync(
        Caller caller, MemberRef member, ScopeId scope, CancellationToken cancellationToken) =>
        writing.WriteAsync(
            caller,
            reads => MembershipFacts.ReadAsync(reads, caller, member, scope),
            facts => facts.Held?.ChangedIn,
            (facts, _) => Decide(facts, member, scope),
            cancellationToken);

    internal static Verdict<Membership> Decide(MembershipFacts facts, MemberRef member, ScopeId scope)
    {
        if (facts.Refusal(member) is { } refused)
        {
            return refused;
        }

        if (facts.Held is not { } held)
        {
            return MembershipFacts.None(facts.Member!, scope);
        }

        UserId[] lost = facts.IsOwner ? [facts.Member!.User!.Id] : [];
        var stands = facts.Above(held.Level) ?? MembershipRules.KeepsAnOwner(facts.Owners, lost);
        return stands is { } fault
            ? fault
            : Verdict<Membership>.Of(held, new MembershipEnded(held.Member, held.Scope, held.Level));
    }
}
