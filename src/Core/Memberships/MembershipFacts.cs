using Roster.Core.Access;
using Roster.Core.Keys;
using Roster.Core.Outcomes;
using Roster.Core.Scopes;
using Roster.Core.Storage;
using Roster.Core.Users;
using Roster.Core.Values;

namespace Roster.Core.Memberships;

/// <summary>What rules about one user in one scope need to know.</summary>
/// <param name="Owners">Two owners at most; empty unless the scope is the account.</param>
internal sealed record MembershipFacts(
    Outcome<Standing> Standing, User? User, bool ScopeExists, Membership? Held, IReadOnlyList<UserId> Owners, ScopeId Scope)
{
    public bool IsOwner => Scope.Kind == ScopeKind.Account && MembershipRules.IsOwner(User!, Held);

    public static async ValueTask<MembershipFacts> ReadAsync(IReads reads, Caller caller, UserRef reference, ScopeId scope)
    {
        var standing = reads.StandingAsync(caller, scope);
        var exists = reads.ExistsAsync(scope);
        var owners = scope.Kind == ScopeKind.Account ? reads.OwnersAsync(2) : new([]);
        var (user, held) = await reference.FindAsync(reads, id => reads.MembershipAsync(MemberId.User(id), scope));
        return new(await standing, user, await exists, held, await owners, scope);
    }

    /// <summary>The caller's right first, then the user, then the scope.</summary>
    public Fault? Refusal(UserRef reference, ScopeId scope) =>
        Permission.Needs(Standing, Grants.Provision)
        ?? (User is null ? reference.Unknown() : null)
        ?? (ScopeExists ? null : ScopeReads.Unknown(scope));

    public static Fault None(User user, ScopeId scope) =>
        new(FaultKind.UnknownMembership, $"The user '{user.Id}' has no role in '{scope.Id}'.", Id: $"{user.Id}/{scope.Id}");
}
