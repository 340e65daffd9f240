using Roster.Core.Outcomes;
using Roster.Core.Storage;
using Roster.Core.Values;
using Roster.Testing.Stores;

namespace Roster.Tests.Core.Storage;

/// <summary>A store behind a wire: questions that were asked together go over it in one wave, and it counts the waves.</summary>
internal sealed class WaveStore(IStore store) : PassingStore(store)
{
    /// <summary>How many waves each read and write took, in order.</summary>
    public List<int> Waves { get; } = [];

    public override ValueTask<Outcome<T>> ReadAsync<T>(
        AccountId account, long atLeast, Func<IReads, ValueTask<Outcome<T>>> question, CancellationToken cancellationToken) =>
        Store.ReadAsync(account, atLeast, reads => InWavesAsync(reads, question), cancellationToken);

    public override ValueTask<Outcome<TAnswer>> WriteAsync<TFacts, TAnswer>(
        Write<TFacts, TAnswer> write, CancellationToken cancellationToken) =>
        Store.WriteAsync(write with { Read = reads => InWavesAsync(reads, write.Read) }, cancellationToken);

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
