using Roster.Core.Access;
using Roster.Core.Keys;
using Roster.Core.Outcomes;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Storage;
using Roster.Core.Values;

namespace Roster.Core.Memberships;

/// <summary>What rules about one member in one scope need to know.</summary>
/// <param name="Owners">Two owners at most; empty unless the scope is the account.</param>
/// <param name="Through">The highest level that a seat in the scope brings with it; none where the scope is no team.</param>
internal sealed record MembershipFacts(
    Outcome<Standing> Standing,
    Member? Member,
    bool ScopeExists,
    Membership? Held,
    IReadOnlyList<UserId> Owners,
    Level Through,
    ScopeId Scope)
{
    public bool IsOwner => Scope.Kind == ScopeKind.Account && MembershipRules.IsOwner(Member!.User, Held);

    public static async ValueTask<MembershipFacts> ReadAsync(IReads reads, Caller caller, MemberRef reference, ScopeId scope)
    {
        var standing = reads.StandingAsync(caller, scope);
        var exists = reads.ExistsAsync(scope);
        var owners = scope.Kind == ScopeKind.Account ? reads.OwnersAsync(2) : new([]);
        var through = scope.Kind == ScopeKind.Team ? reads.HighestLevelAsync(MemberId.Team(scope.Id)) : default;
        var (member, held) = await reference.FindAsync(reads, id => reads.MembershipAsync(id, scope));
        return new(await standing, member, await exists, held, await owners, await through, scope);
    }

    /// <summary>The caller's right first, then the member, then the scope.</summary>
    public Fault? Refusal(MemberRef reference) =>
        Permission.Needs(Standing, Grants.Provision)
        ?? (Member is null ? reference.Unknown() : null)
        ?? (ScopeExists ? null : ScopeReads.Unknown(Scope))
        ?? (reference.IsTeam && Scope.Kind == ScopeKind.Team ? Fault.Invalid("teamId", "must not be a member of a team: it is one itself") : null);

    /// <summary>Who gives, changes or ends a seat does so with what the team holds.</summary>
    public Fault? Above(Level given, string? field = null) =>
        Permission.Above(Standing, LevelRules.Highest(given, Held?.Level ?? Level.None, Through), field);

    public static Fault None(Member member, ScopeId scope) => new(
        FaultKind.UnknownMembership,
        $"The {member.Id.Kind.ToString().ToLowerInvariant()} '{member.Id.Id}' has no role in '{scope.Id}'.",
        Id: $"{member.Id.Id}/{scope.Id}");
}
