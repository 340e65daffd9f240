using Roster.Core.Access;
using Roster.Core.Changes;
using Roster.Core.Keys;
using Roster.Core.Memberships;
using Roster.Core.Outcomes;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Storage;
using Roster.Core.Values;

namespace Roster.Core.Users;

/// <summary>Deletes a user with all their memberships, keys and invitations. The name is free again; the id waits for it.</summary>
public sealed class DeleteUser(Writing writing)
{
    public ValueTask<Outcome<Done>> RunAsync(Caller caller, UserId user, CancellationToken cancellationToken) =>
        writing.WriteAsync(
            caller,
            reads => ReadAsync(reads, caller, user),
            facts => facts.User?.ChangedIn,
            (facts, _) => Decide(facts, user),
            cancellationToken);

    private static async ValueTask<Facts> ReadAsync(IReads reads, Caller caller, UserId id)
    {
        var account = ScopeId.Account(caller.Account);
        var standing = reads.StandingAsync(caller, account);
        var user = reads.UserAsync(id);
        var inAccount = reads.MembershipAsync(MemberId.User(id), account);
        var highest = reads.HighestLevelAsync(MemberId.User(id));
        var owners = reads.OwnersAsync(2);
        return new(await standing, await user, await inAccount, await highest, await owners);
    }

    internal static Verdict<Done> Decide(Facts facts, UserId id)
    {
        if (Permission.Needs(facts.Standing, Grants.Provision) is { } refused)
        {
            return refused;
        }

        if (facts.User is not { } user)
        {
            return UserRef.ById(id.Value).Unknown();
        }

        UserId[] lost = MembershipRules.IsOwner(user, facts.InAccount) ? [id] : [];
        var stands = Permission.Above(facts.Standing, facts.Highest) ?? MembershipRules.KeepsAnOwner(facts.Owners, lost);
        return stands is { } fault ? fault : Verdict<Done>.Of(default, new UserDeleted(id));
    }

    internal sealed record Facts(
        Outcome<Standing> Standing, User? User, Membership? InAccount, Level Highest, IReadOnlyList<UserId> Owners);
}
