using Roster.Core.Changes;
using Roster.Core.Outcomes;
using Roster.Core.Values;

namespace Roster.Core.Storage;

/// <summary>One request that may change an account.</summary>
/// <param name="Account">The account to lock; it need not exist yet.</param>
/// <param name="Token">Fixed before the first try.</param>
/// <param name="Actor">Who asks, as the log will say.</param>
/// <param name="Read">Reads what the rule needs, under the lock. May run again.</param>
/// <param name="Decide">The rule: pure, and may run again.</param>
public sealed record Write<TFacts, TAnswer>(
    AccountId Account,
    SetToken Token,
    string Actor,
    Door Door,
    Func<IReads, ValueTask<TFacts>> Read,
    Func<TFacts, Moment, Verdict<TAnswer>> Decide)
{
    /// <summary>Reads or changes very much: once it has begun, its caller waits longer than others.</summary>
    public bool MayTakeLong { get; init; }
}

/// <summary>When and where in the account's history a rule decides.</summary>
/// <param name="Now">max(the store's clock, the account's latest change).</param>
/// <param name="Revision">The account's latest revision; the first new change will be the next.</param>
public readonly record struct Moment(Instant Now, long Revision)
{
    /// <summary>The revision that the change at this place of the verdict will have; also the number of what it creates.</summary>
    public long Number(int index) => Revision + 1 + index;
}

/// <summary>What a rule decides: changes, notes and the answer, or a fault and nothing else.</summary>
public readonly struct Verdict<TAnswer>
{
    private Verdict(Outcome<TAnswer> answer, IReadOnlyList<Change> changes, IReadOnlyList<Note> notes)
    {
        Answer = answer;
        Changes = changes;
        Notes = notes;
    }

    public Outcome<TAnswer> Answer { get; }

    /// <summary>Empty when the request is refused, or changes nothing.</summary>
    public IReadOnlyList<Change> Changes { get; }

    /// <summary>What is left beside the log, in the same transaction. Empty when the request is refused.</summary>
    public IReadOnlyList<Note> Notes { get; }

    public static Verdict<TAnswer> Of(TAnswer answer, params IReadOnlyList<Change> changes) => new(answer, changes, []);

    /// <summary>The same with one note more; a refusal leaves none.</summary>
    public Verdict<TAnswer> Leaving(Note note) => Answer.Fault is null ? new(Answer, Changes, [.. Notes, note]) : this;

    /// <summary>The fault, if there is one and nothing was refused before.</summary>
    public Verdict<TAnswer> Unless(Fault? fault) => Answer.Fault is null && fault is not null ? fault : this;

    public static implicit operator Verdict<TAnswer>(Fault fault) => new(fault, [], []);
}
