using Roster.Core.Access;
using Roster.Core.Changes;
using Roster.Core.Outcomes;
using Roster.Core.Scopes;
using Roster.Core.Storage;
using Roster.Core.Users;
using Roster.Core.Values;

namespace Roster.Core.Memberships;

/// <summary>Ends a user's membership in a scope and answers what it was.</summary>
public sealed class EndMembership(Writing writing)
{
    public ValueTask<Outcome<Membership>> RunAsync(
        Caller caller, UserRef user, ScopeId scope, CancellationToken cancellationToken) =>
        writing.WriteAsync(
            caller,
            reads => MembershipFacts.ReadAsync(reads, caller, user, scope),
            facts => facts.Held?.ChangedIn,
            (facts, _) => Decide(facts, user, scope),
            cancellationToken);

    internal static Verdict<Membership> Decide(MembershipFacts facts, UserRef user, ScopeId scope)
    {
        if (facts.Refusal(user, scope) is { } refused)
        {
            return refused;
        }

        if (facts.Held is not { } held)
        {
            return MembershipFacts.None(facts.User!, scope);
        }

        UserId[] lost = facts.IsOwner ? [facts.User!.Id] : [];
        var stands = Permission.Above(facts.Standing, held.Level) ?? MembershipRules.KeepsAnOwner(facts.Owners, lost);
        return stands is { } fault
            ? fault
            : Verdict<Membership>.Of(held, new MembershipEnded(held.Member, held.Scope, held.Level));
    }
}
