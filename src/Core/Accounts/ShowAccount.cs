using Roster.Core.Access;
using Roster.Core.Outcomes;
using Roster.Core.Storage;

namespace Roster.Core.Accounts;

/// <summary>The caller's own account.</summary>
public sealed class ShowAccount(IStore store)
{
    public ValueTask<Outcome<Account>> RunAsync(Caller caller, CancellationToken cancellationToken) =>
        store.AskAsync(
            caller, reads => ValueTask.FromResult<Outcome<Account>>(reads.Account!), cancellationToken);
}
