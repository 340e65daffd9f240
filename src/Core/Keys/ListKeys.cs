using Roster.Core.Access;
using Roster.Core.Outcomes;
using Roster.Core.Storage;
using Roster.Core.Values;

namespace Roster.Core.Keys;

/// <summary>The account's keys, without their secrets.</summary>
public sealed class ListKeys(IStore store)
{
    public ValueTask<Outcome<Slice<ApiKey>>> RunAsync(Caller caller, Page page, CancellationToken cancellationToken) =>
        store.AskAsync(caller, async reads => (Outcome<Slice<ApiKey>>)await reads.KeysAsync(page), cancellationToken);

    /// <summary>All of them, in creation order.</summary>
    public ValueTask<Outcome<IReadOnlyList<ApiKey>>> AllAsync(Caller caller, CancellationToken cancellationToken) =>
        store.AskAsync(
            caller,
            async reads => Outcome.Of<IReadOnlyList<ApiKey>>(await Slices.AllAsync(reads.KeysAsync)),
            cancellationToken);

    /// <summary>One key that has not been revoked.</summary>
    public ValueTask<Outcome<ApiKey>> FindAsync(Caller caller, KeyId id, CancellationToken cancellationToken) =>
        store.AskAsync(
            caller,
            async reads => await reads.KeyAsync(id) is { } key && (key.RevokedAt is not { } ended || ended > reads.Now)
                ? key
                : (Outcome<ApiKey>)KeyRules.Unknown(id),
            cancellationToken);
}
