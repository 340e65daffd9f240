using Roster.Core.Outcomes;
using Roster.Core.Storage;
using Roster.Core.Values;

namespace Roster.Core.Access;

/// <summary>Starts a caller's write with a token of its own, on the caller's terms.</summary>
public sealed class Writing(IStore store, IIdSource ids)
{
    public IIdSource Ids => ids;

    /// <summary>Writes to the account itself, or to what has no version of its own or is yet to be made: the account's counts.</summary>
    /// <param name="mayTakeLong">It reads or changes very much.</param>
    public ValueTask<Outcome<TAnswer>> WriteAsync<TFacts, TAnswer>(
        Caller caller,
        Func<IReads, ValueTask<TFacts>> read,
        Func<TFacts, Moment, Verdict<TAnswer>> decide,
        CancellationToken cancellationToken,
        bool mayTakeLong = false) =>
        RunAsync(caller, read, decide, (_, moment) => moment.Revision, mayTakeLong, cancellationToken);

    /// <param name="version">Of the thing that is written to; null where it is not there.</param>
    public ValueTask<Outcome<TAnswer>> WriteAsync<TFacts, TAnswer>(
        Caller caller,
        Func<IReads, ValueTask<TFacts>> read,
        Func<TFacts, long?> version,
        Func<TFacts, Moment, Verdict<TAnswer>> decide,
        CancellationToken cancellationToken) =>
        RunAsync(caller, read, decide, (facts, _) => version(facts), false, cancellationToken);

    private ValueTask<Outcome<TAnswer>> RunAsync<TFacts, TAnswer>(
        Caller caller,
        Func<IReads, ValueTask<TFacts>> read,
        Func<TFacts, Moment, Verdict<TAnswer>> decide,
        Func<TFacts, Moment, long?> version,
        bool mayTakeLong,
        CancellationToken cancellationToken)
    {
        // What would be refused anyway is refused for that, as RFC 9110 has it: only then does the version count.
        var write = new Write<TFacts, TAnswer>(
            caller.Account, ids.NextSet(), caller.Actor.Name, caller.Door, read,
            caller.Terms.Expects is { } expected
                ? (facts, moment) => decide(facts, moment).Unless(expected.Refusal(version(facts, moment)))
                : decide)
        {
            MayTakeLong = mayTakeLong,
        };
        return caller.Terms.Keeping switch
        {
            null => store.WriteAsync(write, cancellationToken),
            Keeping<TAnswer> keeping => store.WriteAsync(keeping.Around(write), cancellationToken),
            _ => throw new InvalidOperationException($"An answer of another type than {typeof(TAnswer).Name} was to be kept."),
        };
    }
}
