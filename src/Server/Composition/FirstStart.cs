using Roster.Core.Access;
using Roster.Core.Accounts;
using Roster.Core.Changes;
using Roster.Core.Keys;
using Roster.Core.Storage;

namespace Roster.Server.Composition;

/// <summary>Makes the first account and its admin key in a store that has no account yet.</summary>
internal sealed class FirstStart(OpenStore opened, IStore store, OpenAccount openAccount)
{
    private const string Name = "My account";

    /// <summary>The account that was made; null where the store had one already.</summary>
    public async Task<OpenedAccount?> RunAsync(Credential? chosen, CancellationToken cancellationToken)
    {
        if (await HasAccountsAsync(cancellationToken))
        {
            return null;
        }

        // Other processes may have found the store empty too: the accounts that they would make do not wait for one another.
        await using (await opened.TakeFirstStartAsync(cancellationToken))
        {
            return await HasAccountsAsync(cancellationToken) ? null : await OpenAsync(chosen, cancellationToken);
        }
    }

    private async Task<bool> HasAccountsAsync(CancellationToken cancellationToken) =>
        await store.AccountsAsync("", 1, cancellationToken) is not [];

    private async Task<OpenedAccount> OpenAsync(Credential? chosen, CancellationToken cancellationToken)
    {
        var request = new OpenAccountRequest(Name, chosen?.Account, chosen);
        return (await openAccount.RunAsync(new ServerActor(), Door.Server, request, Terms.None, cancellationToken)).Value;
    }
}
