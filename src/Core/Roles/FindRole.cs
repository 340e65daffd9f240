using Roster.Core.Access;
using Roster.Core.Outcomes;
using Roster.Core.Storage;

namespace Roster.Core.Roles;

/// <summary>A role and, where the account has defined it, its version.</summary>
public sealed record FoundRole(Role Role, long? ChangedIn);

/// <summary>One role, whether it comes with the product or is the account's own.</summary>
public sealed class FindRole(IStore store)
{
    public ValueTask<Outcome<FoundRole>> RunAsync(Caller caller, string name, CancellationToken cancellationToken) =>
        store.AskAsync(caller, reads => FindAsync(reads, name), cancellationToken);

    private static async ValueTask<Outcome<FoundRole>> FindAsync(IReads reads, string name)
    {
        if (StandardRoles.Find(name) is { } standard)
        {
            return new FoundRole(standard, null);
        }

        return await reads.CustomRoleAsync(name) is { } custom ? new FoundRole(custom.Role, custom.ChangedIn) : RoleRules.Unknown(name);
    }
}
