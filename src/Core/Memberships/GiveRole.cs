using Roster.Core.Access;
using Roster.Core.Outcomes;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Storage;
using Roster.Core.Values;

namespace Roster.Core.Memberships;

/// <summary>What to do about a membership that is there already, or is not.</summary>
public enum GiveMode
{
    /// <summary>Refused where one is there.</summary>
    Add,

    /// <summary>Refused where none is there.</summary>
    Change,

    /// <summary>Begins one, or changes the one that is there.</summary>
    Put,
}

/// <param name="Until">When it is to end by itself; absent keeps the end that a held membership has, null takes it away.</param>
public sealed record GiveRoleRequest(
    MemberRef Member, ScopeId Scope, RoleChoice Role, GiveMode Mode, Optional<Instant?> Until = default);

/// <summary>A membership, and whether this request began it.</summary>
public sealed record GivenRole(Membership Membership, bool IsNew);

/// <summary>Gives a user or a team a role in a scope, or changes the one they hold there.</summary>
public sealed class GiveRole(Writing writing)
{
    public ValueTask<Outcome<GivenRole>> RunAsync(
        Caller caller, GiveRoleRequest request, CancellationToken cancellationToken) =>
        writing.WriteAsync(
            caller,
            reads => ReadAsync(reads, caller, request),
            facts => facts.About.Held?.ChangedIn,
            (facts, moment) => Decide(facts, moment, request, caller),
            cancellationToken);

    private static async ValueTask<Facts> ReadAsync(IReads reads, Caller caller, GiveRoleRequest request)
    {
        var asked = request.Role.FindAsync(reads);
        var facts = await MembershipFacts.ReadAsync(reads, caller, request.Member, request.Scope);

        // A standard role is known without asking.
        return new(facts, await asked, await reads.RoleAsync(facts.Held?.Role));
    }

    internal static Verdict<GivenRole> Decide(Facts read, Moment moment, GiveRoleRequest request, Caller caller)
    {
        var facts = read.About;
        if (facts.Refusal(request.Member) is { } refused)
        {
            return refused;
        }

        var role = request.Role.In(request.Scope.Kind, read.Asked);
        if (role.Failed(out var notAssignable))
        {
            return notAssignable;
        }

        if (request.Until.Or(null) is { } end && end <= moment.Now)
        {
            return Fault.Invalid("expiresAt", "must be in the future");
        }

        var (member, held) = (facts.Member!, facts.Held);
        if (Presence(request, member, held) is { } presence)
        {
            return presence;
        }

        if (facts.Above(role.Value.Level, "role") is { } above)
        {
            return above;
        }

        var keepsRole = held is not null && request.Role.IsMetBy(held);
        var change = keepsRole && !request.Until.IsSet
            ? null
            : MembershipRules.Give(member, request.Scope, held, keepsRole ? read.Held ?? role.Value : role.Value, request.Until);
        var after = MembershipRules.After(change, held, moment, 0, caller.Actor.Name, caller.Door);
        UserId[] lost = facts.IsOwner && !MembershipRules.IsOwner(member.User, after) ? [member.User!.Id] : [];
        if (MembershipRules.KeepsAnOwner(facts.Owners, lost) is { } lastOwner)
        {
            return lastOwner;
        }

        var answer = new GivenRole(after, held is null);
        return change is null ? Verdict<GivenRole>.Of(answer) : Verdict<GivenRole>.Of(answer, change);
    }

    private static Fault? Presence(GiveRoleRequest request, Member member, Membership? held) => request.Mode switch
    {
        GiveMode.Add when held is not null => new(
            FaultKind.MembershipExists, $"The {request.Member.Noun} '{request.Member.Text}' has a role there already: '{held.Role}'.", Id: request.Member.Text),
        GiveMode.Change when held is null => MembershipFacts.None(member, request.Scope),
        _ => null,
    };

    /// <param name="Asked">The role that is to be given, if there is one of that name.</param>
    /// <param name="Held">The role that is held.</param>
    internal sealed record Facts(MembershipFacts About, Role? Asked, Role? Held);
}
