using Roster.Core.Access;
using Roster.Core.Keys;
using Roster.Core.Outcomes;
using Roster.Core.Scopes;
using Roster.Core.Storage;

namespace Roster.Core.Roles;

/// <summary>What rules about a role that is there need to know.</summary>
internal sealed record HeldRoleFacts(Outcome<Standing> Standing, CustomRole? Role, bool IsHeld)
{
    public static async ValueTask<HeldRoleFacts> ReadAsync(IReads reads, Caller caller, string name)
    {
        var standing = reads.StandingAsync(caller, ScopeId.Account(caller.Account));
        var role = reads.CustomRoleAsync(name);
        var held = reads.IsCustomRoleHeldAsync(name);
        return new(await standing, await role, await held);
    }

    public Fault? Refusal(string name) =>
        Permission.Needs(Standing, Grants.Admin)
        ?? (StandardRoles.Find(name) is not null ? RoleRules.Standard(name) : null)
        ?? (Role is null ? RoleRules.Unknown(name) : null);
}
