using Roster.Core.Access;
using Roster.Core.Outcomes;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Storage;
using Roster.Core.Users;
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
    UserRef User, ScopeId Scope, RoleChoice Role, GiveMode Mode, Optional<Instant?> Until = default);

/// <summary>A membership, and whether this request began it.</summary>
public sealed record GivenRole(Membership Membership, bool IsNew);

/// <summary>Gives a user a role in a scope, or changes the one they hold there.</summary>
public sealed class GiveRole(Writing writing)
{
    public ValueTask<Outcome<GivenRole>> RunAsync(
        Caller caller, GiveRoleRequest request, CancellationToken cancellationToken) =>
        writing.WriteAsync(
            caller,
            reads => MembershipFacts.ReadAsync(reads, caller, request.User, request.Scope),
            facts => facts.Held?.ChangedIn,
            (facts, moment) => Decide(facts, moment, request, caller),
            cancellationToken);

    internal static Verdict<GivenRole> Decide(
        MembershipFacts facts, Moment moment, GiveRoleRequest request, Caller caller)
    {
        if (facts.Refusal(request.User, request.Scope) is { } refused)
        {
            return refused;
        }

        var role = request.Role.In(request.Scope.Kind);
        if (role.Failed(out var notAssignable))
        {
            return notAssignable;
        }

        if (request.Until.Or(null) is { } end && end <= moment.Now)
        {
            return Fault.Invalid("expiresAt", "must be in the future");
        }

        var (user, held) = (facts.User!, facts.Held);
        if (Presence(request, user, held) is { } presence)
        {
            return presence;
        }

        var touched = held is not null && held.Level > role.Value.Level ? held.Level : role.Value.Level;
        if (Permission.Above(facts.Standing, touched, "role") is { } above)
        {
            return above;
        }

        var keepsRole = held is not null && request.Role.IsMetBy(held);
        var change = keepsRole && !request.Until.IsSet
            ? null
            : MembershipRules.Give(user, request.Scope, held, keepsRole ? Held(held!, role.Value) : role.Value, request.Until);
        var after = MembershipRules.After(change, held, moment, 0, caller.Actor.Name, caller.Door);
        UserId[] lost = facts.IsOwner && !MembershipRules.IsOwner(user, after) ? [user.Id] : [];
        if (MembershipRules.KeepsAnOwner(facts.Owners, lost) is { } lastOwner)
        {
            return lastOwner;
        }

        var answer = new GivenRole(after, held is null);
        return change is null ? Verdict<GivenRole>.Of(answer) : Verdict<GivenRole>.Of(answer, change);
    }

    private static Role Held(Membership held, Role fallback) => StandardRoles.Find(held.Role) ?? fallback;

    private static Fault? Presence(GiveRoleRequest request, User user, Membership? held) => request.Mode switch
    {
        GiveMode.Add when held is not null => new(
            FaultKind.MembershipExists, $"The user '{request.User.Text}' has a role there already: '{held.Role}'.", Id: request.User.Text),
        GiveMode.Change when held is null => MembershipFacts.None(user, request.Scope),
        _ => null,
    };
}
