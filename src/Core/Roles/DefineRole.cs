using Roster.Core.Access;
using Roster.Core.Changes;
using Roster.Core.Keys;
using Roster.Core.Outcomes;
using Roster.Core.Scopes;
using Roster.Core.Storage;

namespace Roster.Core.Roles;

/// <summary>Gives the account a role of its own.</summary>
public sealed class DefineRole(Writing writing)
{
    /// <param name="role">Made by <see cref="RoleRules.Custom"/>.</param>
    public async ValueTask<Outcome<FoundRole>> RunAsync(Caller caller, Role role, CancellationToken cancellationToken) =>
        RoleRules.Check(role) is { } fault
            ? fault
            : await writing.WriteAsync(
                caller,
                reads => ReadAsync(reads, caller, role),
                (facts, moment) => Decide(facts, moment, role),
                cancellationToken);

    private static async ValueTask<Facts> ReadAsync(IReads reads, Caller caller, Role role)
    {
        var standing = reads.StandingAsync(caller, ScopeId.Account(caller.Account));
        var namesake = reads.CustomRoleAsync(role.Name);
        return new(await standing, await namesake is not null || RoleRules.IsStandardName(role.Name));
    }

    internal static Verdict<FoundRole> Decide(Facts facts, Moment moment, Role role)
    {
        if (Permission.Needs(facts.Standing, Grants.Admin) is { } refused)
        {
            return refused;
        }

        return facts.NameTaken
            ? new Fault(FaultKind.RoleNameTaken, $"There is a role '{role.Name}' already.", "name", role.Name)
            : Verdict<FoundRole>.Of(
                new(role, moment.Number(0)),
                new RoleDefined(role.Name, role.Description, role.Kinds, role.Level, role.Permissions));
    }

    internal sealed record Facts(Outcome<Standing> Standing, bool NameTaken);
}
