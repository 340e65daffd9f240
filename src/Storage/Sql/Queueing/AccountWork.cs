using Roster.Core.Storage;
using Roster.Core.Values;

namespace Roster.Storage.Sql.Queueing;

/// <summary>A request in the queue, as an engine drives it: read, decide, write what was decided, answer once that is committed.</summary>
internal abstract class AccountWork(AccountId account, SetToken token) : QueuedWork
{
    public AccountId Account => account;

    public SetToken Token => token;

    /// <summary>What it leaves beside the log in this try.</summary>
    public IReadOnlyList<Note> Notes { get; protected set; } = [];

    /// <summary>What the caller's own code threw: it has written nothing, and is the caller's to know.</summary>
    public Exception? Refusal { get; protected set; }

    /// <summary>It was done by an earlier try whose commit was not answered: its answer is that try's.</summary>
    public bool IsSettled { get; set; }

    /// <summary>Starts reading. May run again, on other reads; what was read before is forgotten.</summary>
    /// <returns>Complete when all is read; it does not fail, but leaves a <see cref="Refusal"/>.</returns>
    public abstract Task ReadAsync(IReads reads);

    /// <summary>An engine's reads are complete by now: nothing else may run while its transaction is open.</summary>
    public void EndReading(Task reading)
    {
        if (!reading.IsCompleted)
        {
            Refusal = new InvalidOperationException("A write waited for something else than its own reads.");
        }
    }

    /// <summary>Decides on what was read. Afterwards there are a <see cref="QueuedWork.Set"/>, if anything changes, and its <see cref="Notes"/>.</summary>
    public abstract void Decide(Moment moment);
}
