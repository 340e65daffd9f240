using Roster.Core.Storage;

namespace Roster.Core.Roles;

/// <summary>Finds roles, wherever they come from.</summary>
public static class RoleReads
{
    /// <summary>The role of exactly that name, or null. A standard one is known without asking.</summary>
    public static async ValueTask<Role?> RoleAsync(this IReads reads, string? name) =>
        string.IsNullOrEmpty(name) ? null : StandardRoles.Find(name) ?? (await reads.CustomRoleAsync(name))?.Role;
}
