using Roster.Core.Access;
using Roster.Core.Outcomes;
using Roster.Core.Storage;

namespace Roster.Core.Roles;

/// <summary>The roles that can be given in the account, current names first.</summary>
public sealed class ListRoles(IStore store)
{
    public ValueTask<Outcome<IReadOnlyList<Role>>> RunAsync(Caller caller, CancellationToken cancellationToken) =>
        store.AskAsync(caller, _ => ValueTask.FromResult(Outcome.Of(StandardRoles.All)), cancellationToken);
}
