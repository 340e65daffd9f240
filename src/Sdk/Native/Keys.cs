using Roster.Sdk.Transport;

namespace Roster.Sdk.Native;

/// <summary>The API keys of the account.</summary>
public sealed class Keys
{
    private readonly Calls _calls;

    internal Keys(Calls calls) => _calls = calls;

    /// <summary>All that were not revoked.</summary>
    public Paged<Key> ListAsync(int? pageSize = null, CancellationToken cancellationToken = default) =>
        _calls.List(cursor => Call.Get($"/api/keys").Page(pageSize, cursor), NativeJson.Default.Key, cancellationToken);

    public Task<Key> GetAsync(string id, CancellationToken cancellationToken = default) =>
        _calls.AskAsync(Call.Get($"/api/keys/{id}"), NativeJson.Default.Key, cancellationToken);

    public Task<MintedKey> MintAsync(NewKey key, WriteOptions? options = null, CancellationToken cancellationToken = default) => _calls.AskAsync(
        Call.Post($"/api/keys").WithBody(key, NativeRequests.Default.NewKey).As(options), NativeJson.Default.MintedKey, cancellationToken);

    /// <summary>A key like that one, which ends.</summary>
    /// <param name="overlap">How long the old one lives on, in whole seconds.</param>
    public Task<MintedKey> RotateAsync(string id, TimeSpan overlap = default, WriteOptions? options = null, CancellationToken cancellationToken = default) => _calls.AskAsync(
        Call.Post($"/api/keys/{id}/rotate").WithBody(new Rotation((long)overlap.TotalSeconds), NativeRequests.Default.Rotation).As(options),
        NativeJson.Default.MintedKey,
        cancellationToken);

    public Task RevokeAsync(string id, WriteOptions? options = null, CancellationToken cancellationToken = default) =>
        _calls.DoAsync(Call.Delete($"/api/keys/{id}").As(options), cancellationToken);
}
