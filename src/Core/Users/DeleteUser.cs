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
            async reads => new Facts(
                await reads.StandingAsync(caller, ScopeId.Account(caller.Account)),
                await reads.UserAsync(user),
                await reads.MembershipAsync(MemberId.User(user), ScopeId.Account(caller.Account)),
                await reads.HighestLevelAsync(MemberId.User(user)),
                await reads.OwnersAsync(2)),
            (facts, _) => Decide(facts, user),
            cancellationToken);

    private static Verdict<Done> Decide(Facts facts, UserId id)
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

    private sealed record Facts(
        Outcome<Standing> Standing, User? User, Membership? InAccount, Level Highest, IReadOnlyList<UserId> Owners);
}
