using Roster.Core.Storage;
using Roster.Storage.Sql.Queueing;

namespace Roster.Storage.Sqlite;

/// <summary>What waits for the writer, in the order of its coming, at most so much and so long.</summary>
internal sealed class WorkQueue : IDisposable
{
    private const int LooksPerPatience = 20;
    private readonly Queue<QueuedWork> _waiting = new();
    private readonly int _capacity;
    private readonly TimeSpan _patience;
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private bool _closed;

    public WorkQueue(int capacity, TimeSpan patience, TimeProvider time)
    {
        (_capacity, _patience, _time) = (capacity, patience, time);
        var interval = patience / LooksPerPatience;
        _timer = time.CreateTimer(static queue => ((WorkQueue)queue!).GiveUpTheOld(), this, interval, interval);
    }

    /// <exception cref="StoreUnavailableException">The queue is full, or the store is closing.</exception>
    public void Add(QueuedWork work)
    {
        lock (_waiting)
        {
            if (_closed || _waiting.Count >= _capacity)
            {
                throw new StoreUnavailableException(_closed ? "The store is closed." : "Too many writes are waiting.");
            }

            work.QueuedAt = _time.GetTimestamp();
            _waiting.Enqueue(work);
            if (_waiting.Count == 1)
            {
                Monitor.Pulse(_waiting);
            }
        }
    }

    /// <summary>Moves what waits into the batch, which must be empty. With nothing to do it blocks that long at most.</summary>
    /// <returns>False once the queue is closed and empty.</returns>
    public bool Take(List<QueuedWork> batch, int atMost, TimeSpan idle)
    {
        lock (_waiting)
        {
            if (_waiting.Count == 0 && !_closed)
            {
                Monitor.Wait(_waiting, idle);
            }

            while (batch.Count < atMost && _waiting.TryDequeue(out var work))
            {
                if (work.TryBegin())
                {
                    batch.Add(work);
                }
            }

            return batch.Count > 0 || !_closed;
        }
    }

    /// <summary>Nothing more comes in; what waits is still done.</summary>
    public void Close()
    {
        lock (_waiting)
        {
            _closed = true;
            Monitor.Pulse(_waiting);
        }
    }

    public void Dispose() => _timer.Dispose();

    private void GiveUpTheOld()
    {
        lock (_waiting)
        {
            while (_waiting.TryPeek(out var oldest) && _time.GetElapsedTime(oldest.QueuedAt) > _patience)
            {
                _waiting.Dequeue();
                oldest.TryGiveUp(new StoreUnavailableException("The write waited too long; nothing was changed."));
            }
        }
    }
}
