using Roster.Core.Access;
using Roster.Core.Outcomes;
using Roster.Core.Storage;
using Roster.Core.Values;

namespace Roster.Core.Roles;

/// <summary>The roles that can be given in the account: those that come with the product, current names first, then its own in creation order.</summary>
public sealed class ListRoles(IStore store)
{
    public ValueTask<Outcome<IReadOnlyList<Role>>> RunAsync(Caller caller, CancellationToken cancellationToken) =>
        store.AskAsync(
            caller,
            async reads =>
            {
                var own = await Slices.AllAsync(reads.CustomRolesAsync);
                return Outcome.Of<IReadOnlyList<Role>>([.. StandardRoles.All, .. own.Select(custom => custom.Role)]);
            },
            cancellationToken);
}
