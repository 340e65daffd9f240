using Roster.Core.Changes;
using Roster.Core.Storage;

namespace Roster.Storage.Sql.Queueing;

/// <summary>Something that waits for a writer. It is begun or given up, whichever comes first, and never both.</summary>
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

    /// <summary>Its caller waits longer than others, once it has begun.</summary>
    public bool MayTakeLong { get; init; }

    /// <summary>Shares its transaction with nothing else: it failed in company, or it is large.</summary>
    public bool Alone { get; set; }

    /// <summary>Its commit was sent and not answered. Whether it was done stands in the account's log.</summary>
    public bool InDoubt { get; set; }

    public bool TryBegin() => Interlocked.CompareExchange(ref _state, Begun, Waiting) == Waiting;

    /// <summary>Back into the queue: it was begun, and nothing came of it.</summary>
    public void WaitAgain() => Interlocked.Exchange(ref _state, Waiting);

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

    /// <summary>Answers the caller: what it did is durable.</summary>
    public abstract void Answer();

    /// <summary>Tells the caller that nothing was done.</summary>
    public abstract void Fail(Exception reason);

    protected static void Fail<T>(TaskCompletionSource<T> answered, Exception reason)
    {
        if (reason is OperationCanceledException canceled)
        {
            answered.TrySetCanceled(canceled.CancellationToken);
        }
        else
        {
            answered.TrySetException(reason as StoreUnavailableException
                ?? new StoreUnavailableException("The store could not write; nothing was changed.", reason));
        }
    }
}
