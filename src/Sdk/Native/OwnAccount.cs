using Roster.Sdk.Transport;

namespace Roster.Sdk.Native;

/// <summary>The account of the key.</summary>
public sealed class OwnAccount
{
    private readonly Calls _calls;

    internal OwnAccount(Calls calls) => _calls = calls;

    public Task<Account> GetAsync(CancellationToken cancellationToken = default) =>
        _calls.AskAsync(Call.Get($"/api/account"), NativeJson.Default.Account, cancellationToken);
}
