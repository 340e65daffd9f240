using Roster.Core.Access;
using Roster.Core.Memberships;
using Roster.Core.Outcomes;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Storage;
using Roster.Core.Users;
using Roster.Core.Values;

namespace Roster.Core.Invitations;

/// <summary>What rules about one user's invitation need to know.</summary>
internal sealed record InvitationFacts(Outcome<Standing> Standing, User? User, Level Highest, Invitation? Open)
{
    public static async ValueTask<InvitationFacts> ReadAsync(IReads reads, Caller caller, UserId id)
    {
        var standing = reads.StandingAsync(caller, ScopeId.Account(caller.Account));
        var user = reads.UserAsync(id);
        var highest = reads.HighestLevelAsync(MemberId.User(id));
        var open = reads.OpenInvitationAsync(id);
        return new(await standing, await user, await highest, await open);
    }
}
