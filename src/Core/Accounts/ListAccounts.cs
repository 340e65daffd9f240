using Roster.Core.Storage;

namespace Roster.Core.Accounts;

/// <summary>All accounts of the instance by id, closed ones too. For the operator alone.</summary>
public sealed class ListAccounts(IStore store)
{
    /// <param name="after">The id to go on after; <c>""</c> for the first.</param>
    public ValueTask<IReadOnlyList<Account>> RunAsync(string after, int limit, CancellationToken cancellationToken) =>
        store.AccountsAsync(after, limit, cancellationToken);
}
