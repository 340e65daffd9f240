using Roster.Core.Changes;
using Roster.Core.Storage;
using Roster.Core.Users;
using Roster.Core.Values;

namespace Roster.Core.Invitations;

/// <summary>An invitation about to be issued: id and secret are made once, before the write is first tried.</summary>
public sealed record NewInvitation(InvitationId Id, ReadOnlyMemory<byte> SecretHash, TimeSpan Lifetime)
{
    public InvitationIssued Issue(User user, Moment moment) =>
        new(Id, user.Id, SecretHash, moment.Now.Plus(Lifetime), user.Name);
}
