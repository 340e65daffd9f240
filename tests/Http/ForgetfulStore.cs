using Roster.Core.Outcomes;
using Roster.Core.Storage;
using Roster.Core.Values;
using Roster.Testing.Stores;

namespace Roster.Tests.Http;

/// <summary>
/// Makes a naive cache of the kept answers: it tells of no end, or of no revision but the first, so that an answer is kept for
/// ever. Tests of kept answers must fail on it.
/// </summary>
internal sealed class ForgetfulStore(IStore store, bool tellsEnds, bool tellsRevisions) : PassingStore(store)
{
    private long? _first;

    public override async ValueTask<Outcome<T>> ReadAsync<T>(
        AccountId account, long atLeast, Func<IReads, ValueTask<Outcome<T>>> question, CancellationToken cancellationToken)
    {
        var outcome = await Store.ReadAsync(account, atLeast, question, cancellationToken);

        // The only question of this type is when the next membership ends.
        outcome = !tellsEnds && typeof(T) == typeof(Instant?) ? Outcome.Of<T>(default!).At(outcome.Revision) : outcome;
        return tellsRevisions ? outcome : outcome.At(_first ?? outcome.Revision);
    }

    public override async ValueTask<long> RevisionAsync(AccountId account, CancellationToken cancellationToken)
    {
        var revision = await Store.RevisionAsync(account, cancellationToken);
        return tellsRevisions ? revision : _first ??= revision;
    }
}
