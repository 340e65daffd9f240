using Roster.Sdk.Transport;

namespace Roster.Sdk.Fivetran;

/// <summary>The account of the key.</summary>
public sealed class OwnAccount
{
    private readonly Calls _calls;

    internal OwnAccount(Calls calls) => _calls = calls;

    /// <summary><c>get_account_info</c></summary>
    public Task<AccountInfo> GetInfoAsync(CancellationToken cancellationToken = default) =>
        _calls.AskAsync(Call.Get($"/v1/account/info"), FivetranJson.Default.AccountInfo, cancellationToken);
}
