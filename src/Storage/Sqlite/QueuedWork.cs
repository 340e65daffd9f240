using Roster.Core.Changes;
using Roster.Core.Storage;

namespace Roster.Storage.Sqlite;

/// <summary>Something that waits for the writer. It is begun or given up, whichever comes first, and never both.</summary>
internal abstract class QueuedWork
{
    private const int Waiting = 0;
    private const int Begun = 1;
    private const int GivenUp = 2;
    private int _state;

    /// <summary>When it joined the queue, in the time provider's own ticks.</summary>
    public long QueuedAt { get; set; }

    /// <summary>What it wrote in this try, if anything.</summary>
    public CommittedSet? Set { get; protected set; }

    public bool TryBegin() => Interlocked.CompareExchange(ref _state, Begun, Waiting) == Waiting;

    /// <summary>Takes it out of the queue; false once it has begun, since then it is finished.</summary>
    public bool TryGiveUp(Exception reason)
    {
        if (Interlocked.CompareExchange(ref _state, GivenUp, Waiting) != Waiting)
        {
            return false;
        }

        Fail(reason);
        return true;
    }

    /// <summary>Runs inside a transaction; may run again after that was rolled back. Throws what must roll it back.</summary>
    public abstract void Run(SqliteWriteSession session);

    /// <summary>Answers the caller: what it did is durable.</summary>
    public abstract void Answer();

    public abstract void Fail(Exception reason);

    /// <summary>A store's task is complete when it is returned here: nothing else may run while the writer's transaction is open.</summary>
    protected static T Finished<T>(ValueTask<T> task) => task.IsCompleted
        ? task.GetAwaiter().GetResult()
        : throw new InvalidOperationException("A write waited for something else than its own reads.");

    protected static StoreUnavailableException Unavailable(Exception reason) =>
        new("The store could not write; nothing was changed.", reason);
}
