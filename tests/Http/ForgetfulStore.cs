using Roster.Core.Accounts;
using Roster.Core.Outcomes;
using Roster.Core.Storage;
using Roster.Core.Values;

namespace Roster.Tests.Http;

/// <summary>
/// Makes a naive cache of the kept answers: it tells of no end, or of no revision but the first, so that an answer is kept for
/// ever. Tests of kept answers must fail on it.
/// </summary>
internal sealed class ForgetfulStore(IStore store, bool tellsEnds, bool tellsRevisions) : IStore
{
    private long? _first;

    public string Epoch => store.Epoch;

    public Instant Now => store.Now;

    public async ValueTask<Outcome<T>> ReadAsync<T>(
        AccountId account, long atLeast, Func<IReads, ValueTask<Outcome<T>>> question, CancellationToken cancellationToken)
    {
        var outcome = await store.ReadAsync(account, atLeast, question, cancellationToken);

        // The only question of this type is when the next membership ends.
        outcome = !tellsEnds && typeof(T) == typeof(Instant?) ? Outcome.Of<T>(default!).At(outcome.Revision) : outcome;
        return tellsRevisions ? outcome : outcome.At(_first ?? outcome.Revision);
    }

    public async ValueTask<long> RevisionAsync(AccountId account, CancellationToken cancellationToken)
    {
        var revision = await store.RevisionAsync(account, cancellationToken);
        return tellsRevisions ? revision : _first ??= revision;
    }

    public ValueTask<Outcome<TAnswer>> WriteAsync<TFacts, TAnswer>(
        Write<TFacts, TAnswer> write, CancellationToken cancellationToken) => store.WriteAsync(write, cancellationToken);

    public ValueTask<AccountId?> AccountOfKeyAsync(Core.Values.KeyId key, CancellationToken cancellationToken) =>
        store.AccountOfKeyAsync(key, cancellationToken);

    public ValueTask<IReadOnlyList<Account>> AccountsAsync(string after, int limit, CancellationToken cancellationToken) =>
        store.AccountsAsync(after, limit, cancellationToken);

    public ValueTask NoteKeyUseAsync(IReadOnlyList<KeyUse> uses, CancellationToken cancellationToken) =>
        store.NoteKeyUseAsync(uses, cancellationToken);

    public void Follow(IFollower follower) => store.Follow(follower);

    public ValueTask<bool> IsReadyAsync(CancellationToken cancellationToken) => store.IsReadyAsync(cancellationToken);
}
