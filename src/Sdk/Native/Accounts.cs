using Roster.Sdk.Transport;

namespace Roster.Sdk.Native;

/// <summary>All accounts of the instance, for who holds the operator key.</summary>
public sealed class Accounts
{
    private readonly Calls _calls;

    internal Accounts(Calls calls) => _calls = calls;

    /// <summary>By id, closed ones too.</summary>
    public Paged<Account> ListAsync(int? pageSize = null, CancellationToken cancellationToken = default) =>
        _calls.List(cursor => Call.Get($"/api/accounts").Page(pageSize, cursor), NativeJson.Default.Account, cancellationToken);

    /// <summary>Opens an account and shows its first admin key, once.</summary>
    public Task<OpenedAccount> OpenAsync(string name, string? id = null, WriteOptions? options = null, CancellationToken cancellationToken = default) => _calls.AskAsync(
        Call.Post($"/api/accounts").WithBody(new NewAccount(name, id), NativeRequests.Default.NewAccount).As(options),
        NativeJson.Default.OpenedAccount,
        cancellationToken);

    /// <summary>Ends all its keys and invitations. The id is not given again.</summary>
    public Task CloseAsync(string id, WriteOptions? options = null, CancellationToken cancellationToken = default) =>
        _calls.DoAsync(Call.Delete($"/api/accounts/{id}").As(options), cancellationToken);

    /// <summary>A key for an account whose last one was lost.</summary>
    public Task<MintedKey> MintKeyAsync(string id, NewKey key, WriteOptions? options = null, CancellationToken cancellationToken = default) => _calls.AskAsync(
        Call.Post($"/api/accounts/{id}/keys").WithBody(key, NativeRequests.Default.NewKey).As(options), NativeJson.Default.MintedKey, cancellationToken);
}
