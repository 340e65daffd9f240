using Roster.Core.Access;
using Roster.Core.Changes;
using Roster.Core.Keys;
using Roster.Core.Outcomes;
using Roster.Core.Storage;
using Roster.Core.Users;
using Roster.Core.Values;

namespace Roster.Core.Invitations;

/// <summary>An invitation and, this once, its token.</summary>
public sealed record IssuedInvitation(Invitation Invitation, InvitationToken Token);

/// <summary>Gives a user a fresh invitation and voids the one before. Nobody becomes pending again by it.</summary>
public sealed class IssueInvitation(Writing writing, InvitationOptions options)
{
    public ValueTask<Outcome<IssuedInvitation>> RunAsync(Caller caller, UserId user, CancellationToken cancellationToken)
    {
        var token = new InvitationToken(caller.Account, writing.Ids.NextInvitation(), writing.Ids.NextSecret());
        var invitation = new NewInvitation(token.Invitation, Secret.Hash(token.Secret), options.Lifetime);
        return writing.WriteAsync(
            caller,
            reads => InvitationFacts.ReadAsync(reads, caller, user),
            facts => facts.User?.ChangedIn,
            (facts, moment) => Decide(facts, moment, user, invitation, token),
            cancellationToken);
    }

    private static Verdict<IssuedInvitation> Decide(
        InvitationFacts facts, Moment moment, UserId id, NewInvitation invitation, InvitationToken token)
    {
        if (Permission.Needs(facts.Standing, Grants.Provision) is { } refused)
        {
            return refused;
        }

        if (facts.User is not { } user)
        {
            return UserRef.ById(id.Value).Unknown();
        }

        if (Permission.Above(facts.Standing, facts.Highest) is { } above)
        {
            return above;
        }

        if (!user.Active)
        {
            return new Fault(FaultKind.UserInactive, $"The user '{id}' is not active.", Id: id.Value);
        }

        var issued = invitation.Issue(user, moment);
        IReadOnlyList<Change> changes = facts.Open is { } open ? [new InvitationVoided(open.Id, id), issued] : [issued];
        var answer = new Invitation(
            issued.Invitation, id, user.Name.Fold, issued.SecretHash, moment.Now, issued.ExpiresAt, null);
        return Verdict<IssuedInvitation>.Of(new(answer, token), changes);
    }
}
