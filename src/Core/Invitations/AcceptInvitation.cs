using Roster.Core.Access;
using Roster.Core.Changes;
using Roster.Core.Keys;
using Roster.Core.Outcomes;
using Roster.Core.Storage;
using Roster.Core.Users;

namespace Roster.Core.Invitations;

/// <summary>Accepts an invitation once, before its end, for the address that it was made for. Needs no key: the token is the proof.</summary>
public sealed class AcceptInvitation(Writing writing)
{
    public async ValueTask<Outcome<User>> RunAsync(string token, Door door, Terms terms, CancellationToken cancellationToken)
    {
        if (InvitationToken.Parse(token) is not { } parsed)
        {
            return Unknown();
        }

        var hash = Secret.Hash(parsed.Secret);
        var caller = new Caller(parsed.Account, new InvitedActor(parsed.Invitation), door) { Terms = terms };
        return await writing.WriteAsync(
            caller,
            reads => ReadAsync(reads, parsed),
            facts => facts.User?.ChangedIn,
            (facts, moment) => Decide(facts, moment, hash),
            cancellationToken);
    }

    private static async ValueTask<Facts> ReadAsync(IReads reads, InvitationToken token)
    {
        var invitation = reads.Account is { ClosedAt: null } ? await reads.InvitationAsync(token.Invitation) : null;
        return new(invitation, invitation is null ? null : await reads.UserAsync(invitation.User));
    }

    private static Verdict<User> Decide(Facts facts, Moment moment, ReadOnlyMemory<byte> hash)
    {
        if (facts.Invitation is not { } invitation || !Secret.Matches(invitation.SecretHash, hash))
        {
            return Unknown();
        }

        if (!invitation.IsOpenAt(moment.Now)
            || facts.User is not { Active: true } user
            || user.Name.Fold != invitation.Fold)
        {
            return new Fault(FaultKind.InvitationEnded, "The invitation was used, replaced or revoked, or has expired.", "token");
        }

        var accepted = user with
        {
            Pending = false,
            Verified = true,
            ChangedIn = moment.Number(1),
            ChangedAt = moment.Now,
        };
        return Verdict<User>.Of(accepted, new InvitationAccepted(invitation.Id, user.Id), new UserVerified(user.Id));
    }

    private static Fault Unknown() => new(FaultKind.UnknownInvitation, "There is no such invitation.", "token");

    private sealed record Facts(Invitation? Invitation, User? User);
}
