using Roster.Core.Access;
using Roster.Core.Outcomes;
using Roster.Core.Storage;
using Roster.Core.Values;

namespace Roster.Core.Roles;

/// <param name="Number">Where it stands in the list: ascending, and the same whatever becomes of the others.</param>
public sealed record ListedRole(Role Role, long Number);

/// <summary>The roles that can be given in the account: those that come with the product, current names first, then its own in creation order.</summary>
public sealed class ListRoles(IStore store)
{
    public ValueTask<Outcome<IReadOnlyList<ListedRole>>> RunAsync(Caller caller, CancellationToken cancellationToken) =>
        store.AskAsync(
            caller,
            async reads =>
            {
                var own = await Slices.AllAsync(reads.CustomRolesAsync);
                return Outcome.Of<IReadOnlyList<ListedRole>>(
                [
                    .. StandardRoles.All.Select((role, index) => new ListedRole(role, index + 1)),
                    .. own.Select(custom => new ListedRole(custom.Role, StandardRoles.All.Count + custom.Number)),
                ]);
            },
            cancellationToken);
}
