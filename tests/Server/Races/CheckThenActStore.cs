using Roster.Core.Storage;
using Roster.Testing.Stores;

namespace Roster.Tests.Server.Races;

/// <summary>
/// The naive variant of every use case: what a rule needs, and the time, are read before the account is locked, and under
/// the lock it decides without looking again. Each race must catch it, or it proves nothing about the real one.
/// </summary>
internal sealed class CheckThenActStore(IStore store) : PassingStore(store)
{
    public override async ValueTask<Outcome<TAnswer>> WriteAsync<TFacts, TAnswer>(
        Write<TFacts, TAnswer> write, CancellationToken cancellationToken)
    {
        var seen = await Store.ReadAsync(
            write.Account,
            async reads => Outcome.Of((Facts: await write.Read(reads), reads.Now)),
            cancellationToken);

        // Another commit comes in between, as sooner or later one would.
        await Store.IsReadyAsync(cancellationToken);
        return await Store.WriteAsync(
            write with
            {
                Read = _ => ValueTask.FromResult(seen.Value.Facts),
                Decide = (facts, moment) => write.Decide(facts, moment with { Now = seen.Value.Now }),
            },
            cancellationToken);
    }
}
