using Roster.Core.Accounts;
using Roster.Core.Storage;
using Roster.Core.Values;

namespace Roster.Tests.Server.Races;

/// <summary>
/// The naive variant of every use case: what a rule needs, and the time, are read before the account is locked, and under
/// the lock it decides without looking again. Each race must catch it, or it proves nothing about the real one.
/// </summary>
internal sealed class CheckThenActStore(IStore store) : IStore
{
    public string Epoch => store.Epoch;

    public Instant Now => store.Now;

    public async ValueTask<Outcome<TAnswer>> WriteAsync<TFacts, TAnswer>(
        Write<TFacts, TAnswer> write, CancellationToken cancellationToken)
    {
        var seen = await store.ReadAsync(
            write.Account,
            async reads => Outcome.Of((Facts: await write.Read(reads), reads.Now)),
            cancellationToken);

        // Another commit comes in between, as sooner or later one would.
        await store.IsReadyAsync(cancellationToken);
        return await store.WriteAsync(
            write with
            {
                Read = _ => ValueTask.FromResult(seen.Value.Facts),
                Decide = (facts, moment) => write.Decide(facts, moment with { Now = seen.Value.Now }),
            },
            cancellationToken);
    }

    public ValueTask<Outcome<T>> ReadAsync<T>(
        AccountId account, long atLeast, Func<IReads, ValueTask<Outcome<T>>> question, CancellationToken cancellationToken) =>
        store.ReadAsync(account, atLeast, question, cancellationToken);

    public ValueTask<long> RevisionAsync(AccountId account, CancellationToken cancellationToken) =>
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
