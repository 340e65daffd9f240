using Roster.Core.Outcomes;
using Roster.Core.Storage;
using Roster.Core.Values;

namespace Roster.Core.Access;

/// <summary>Starts a caller's write with a token of its own.</summary>
public sealed class Writing(IStore store, IIdSource ids)
{
    public IIdSource Ids => ids;

    public ValueTask<Outcome<TAnswer>> WriteAsync<TFacts, TAnswer>(
        Caller caller,
        Func<IReads, ValueTask<TFacts>> read,
        Func<TFacts, Moment, Verdict<TAnswer>> decide,
        CancellationToken cancellationToken) =>
        store.WriteAsync(
            new Write<TFacts, TAnswer>(caller.Account, ids.NextSet(), caller.Actor.Name, caller.Door, read, decide),
            cancellationToken);
}
