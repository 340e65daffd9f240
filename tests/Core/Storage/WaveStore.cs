using Roster.Core.Accounts;
using Roster.Core.Outcomes;
using Roster.Core.Storage;
using Roster.Core.Values;

namespace Roster.Tests.Core.Storage;

/// <summary>A store behind a wire: questions that were asked together go over it in one wave, and it counts the waves.</summary>
internal sealed class WaveStore(IStore store) : IStore
{
    /// <summary>How many waves each read and write took, in order.</summary>
    public List<int> Waves { get; } = [];

    public string Epoch => store.Epoch;

    public Instant Now => store.Now;

    public ValueTask<Outcome<T>> ReadAsync<T>(
        AccountId account, long atLeast, Func<IReads, ValueTask<Outcome<T>>> question, CancellationToken cancellationToken) =>
        store.ReadAsync(account, atLeast, reads => InWavesAsync(reads, question), cancellationToken);

    public ValueTask<Outcome<TAnswer>> WriteAsync<TFacts, TAnswer>(
        Write<TFacts, TAnswer> write, CancellationToken cancellationToken) =>
        store.WriteAsync(write with { Read = reads => InWavesAsync(reads, write.Read) }, cancellationToken);

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

    private async ValueTask<T> InWavesAsync<T>(IReads reads, Func<IReads, ValueTask<T>> question)
    {
        var waiting = new WaveReads(reads);
        var answer = question(waiting);
        while (!answer.IsCompleted)
        {
            await waiting.AnswerAsync();
        }

        waiting.ShouldHaveBeenTaken();
        Waves.Add(waiting.Waves);
        return await answer;
    }
}
