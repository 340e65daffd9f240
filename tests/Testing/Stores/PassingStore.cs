using Roster.Core.Accounts;
using Roster.Core.Outcomes;
using Roster.Core.Storage;
using Roster.Core.Values;

namespace Roster.Testing.Stores;

/// <summary>Stands before a store and passes everything on, but for what those made of it do otherwise.</summary>
public abstract class PassingStore(IStore store) : IStore
{
    public string Epoch => store.Epoch;

    public ReadOnlyMemory<byte> Secret => store.Secret;

    public Instant Now => store.Now;

    protected IStore Store => store;

    public virtual ValueTask<Outcome<T>> ReadAsync<T>(
        AccountId account, long atLeast, Func<IReads, ValueTask<Outcome<T>>> question, CancellationToken cancellationToken) =>
        store.ReadAsync(account, atLeast, question, cancellationToken);

    public virtual ValueTask<Outcome<TAnswer>> WriteAsync<TFacts, TAnswer>(
        Write<TFacts, TAnswer> write, CancellationToken cancellationToken) =>
        store.WriteAsync(write, cancellationToken);

    public virtual ValueTask<long> RevisionAsync(AccountId account, CancellationToken cancellationToken) =>
        store.RevisionAsync(account, cancellationToken);

    public ValueTask<AccountId?> AccountOfKeyAsync(KeyId key, CancellationToken cancellationToken) =>
        store.AccountOfKeyAsync(key, cancellationToken);

    public ValueTask<IReadOnlyList<Account>> AccountsAsync(string after, int limit, CancellationToken cancellationToken) =>
        store.AccountsAsync(after, limit, cancellationToken);

    public ValueTask NoteKeyUseAsync(IReadOnlyList<KeyUse> uses, CancellationToken cancellationToken) =>
        store.NoteKeyUseAsync(uses, cancellationToken);

    public void Follow(IFollower follower) => store.Follow(follower);

    public ValueTask<bool> IsReadyAsync(CancellationToken cancellationToken) => store.IsReadyAsync(cancellationToken);
}
