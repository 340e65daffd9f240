using Roster.Core.Access;
using Roster.Core.Access.Granting;
using Roster.Core.Changes;
using Roster.Core.Outcomes;
using Roster.Core.Scopes;
using Roster.Core.Storage;
using Roster.Core.Values;

namespace Roster.Core.Roles;

/// <summary>What is absent stays as it is.</summary>
public sealed record RedefineRoleRequest(
    string Name,
    Optional<string> Description = default,
    Optional<IReadOnlyList<ScopeKind>> Kinds = default,
    Optional<Level> Level = default,
    Optional<IReadOnlyList<Grant>> Permissions = default)
{
    /// <summary>The role as it is then.</summary>
    public Role Of(Role role) => RoleRules.Custom(
        role.Name, Description.Or(role.Description), Kinds.Or(role.Kinds), Level.Or(role.Level), Permissions.Or(role.Permissions));
}

/// <summary>
/// Changes a role that the account has defined. While somebody holds it, its level and kinds stay: memberships carry the level
/// that they were given, and nobody is to rise, or to lose the last owner's place, without a change that says so.
/// </summary>
public sealed class RedefineRole(Writing writing)
{
    public ValueTask<Outcome<FoundRole>> RunAsync(
        Caller caller, RedefineRoleRequest request, CancellationToken cancellationToken) =>
        writing.WriteAsync(
            caller,
            reads => HeldRoleFacts.ReadAsync(reads, caller, request.Name),
            facts => facts.Role?.ChangedIn,
            (facts, moment) => Decide(facts, moment, request),
            cancellationToken);

    internal static Verdict<FoundRole> Decide(HeldRoleFacts facts, Moment moment, RedefineRoleRequest request)
    {
        if (facts.Refusal(request.Name) is { } refused)
        {
            return refused;
        }

        var role = facts.Role!.Role;
        var changed = request.Of(role);
        if (RoleRules.Check(changed) is { } invalid)
        {
            return invalid;
        }

        if (facts.IsHeld && !RoleRules.IsHeldAlike(role, changed))
        {
            return RoleRules.Held(role.Name);
        }

        return RoleRules.IsSame(role, changed)
            ? Verdict<FoundRole>.Of(new(role, facts.Role.ChangedIn))
            : Verdict<FoundRole>.Of(
                new(changed, moment.Number(0)),
                new RoleRedefined(changed.Name, changed.Description, changed.Kinds, changed.Level, changed.Permissions));
    }
}
