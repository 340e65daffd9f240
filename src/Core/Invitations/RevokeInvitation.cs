using Roster.Core.Access;
using Roster.Core.Changes;
using Roster.Core.Keys;
using Roster.Core.Outcomes;
using Roster.Core.Storage;
using Roster.Core.Users;
using Roster.Core.Values;

namespace Roster.Core.Invitations;

/// <summary>Ends a user's open invitation. A pending user stays pending.</summary>
public sealed class RevokeInvitation(Writing writing)
{
    public ValueTask<Outcome<Done>> RunAsync(Caller caller, UserId user, CancellationToken cancellationToken) =>
        writing.WriteAsync(
            caller,
            reads => InvitationFacts.ReadAsync(reads, caller, user),
            facts => facts.User?.ChangedIn,
            (facts, moment) => Decide(facts, moment, user),
            cancellationToken);

    private static Verdict<Done> Decide(InvitationFacts facts, Moment moment, UserId id)
    {
        if (Permission.Needs(facts.Standing, Grants.Provision) is { } refused)
        {
            return refused;
        }

        if (facts.User is null)
        {
            return UserRef.ById(id.Value).Unknown();
        }

        if (Permission.Above(facts.Standing, facts.Highest) is { } above)
        {
            return above;
        }

        return facts.Open is { } open && open.IsOpenAt(moment.Now)
            ? Verdict<Done>.Of(default, new InvitationVoided(open.Id, id))
            : new Fault(FaultKind.UnknownInvitation, $"The user '{id}' has no open invitation.", Id: id.Value);
    }
}
