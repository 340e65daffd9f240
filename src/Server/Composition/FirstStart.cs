using Roster.Core.Access;
using Roster.Core.Accounts;
using Roster.Core.Changes;
using Roster.Core.Keys;
using Roster.Core.Storage;

namespace Roster.Server.Composition;

/// <summary>Makes the first account and its admin key in a store that has no account yet.</summary>
internal sealed class FirstStart(IStore store, OpenAccount openAccount)
{
    private const string Name = "My account";

    /// <summary>The account that was made; null where the store had one already.</summary>
    public async Task<OpenedAccount?> RunAsync(Credential? chosen, CancellationToken cancellationToken)
    {
        if (await store.AccountsAsync("", 1, cancellationToken) is not [])
        {
            return null;
        }

        var request = new OpenAccountRequest(Name, chosen?.Account, chosen);
        return (await openAccount.RunAsync(new ServerActor(), Door.Server, request, cancellationToken)).Value;
    }
}
