using System.Threading.Channels;
using Roster.Core.Storage;
using Roster.Core.Values;
using Roster.Storage.Sql.Queueing;

namespace Roster.Storage.Postgres.Writing;

/// <summary>
/// A queue for each account that somebody wants to write. An account is with one lane at a time, and those that wait are served
/// in turn.
/// </summary>
internal sealed class WriteQueue(PostgresOptions options, TimeProvider time)
{
    /// <summary>Before a locked account is looked at again, so that its lock costs the others nothing.</summary>
    private static readonly TimeSpan LockedPause = TimeSpan.FromMilliseconds(50);

    private readonly Dictionary<AccountId, AccountQueue> _accounts = [];
    private readonly Channel<AccountQueue> _ready = Channel.CreateUnbounded<AccountQueue>();
    private int _waiting;
    private bool _closed;

    /// <exception cref="StoreUnavailableException">Too much is waiting, or the store is closed.</exception>
    public void Add(AccountId account, QueuedWork work)
    {
        lock (_accounts)
        {
            if (_closed || _waiting >= options.Queue)
            {
                throw new StoreUnavailableException(_closed ? "The store is closed." : "Too many writes are waiting.");
            }

            _waiting++;
            work.QueuedAt = time.GetTimestamp();
            if (!_accounts.TryGetValue(account, out var queue))
            {
                queue = new AccountQueue(account);
                _accounts.Add(account, queue);
                _ready.Writer.TryWrite(queue);
            }

            queue.Add(work);
        }
    }

    /// <summary>Until somebody wants to write.</summary>
    /// <returns>False once the store is closed and nothing waits.</returns>
    public ValueTask<bool> WaitAsync() => _ready.Reader.WaitToReadAsync(CancellationToken.None);

    /// <summary>Moves what waits to the turns, which must be empty, and stay so where another lane was faster.</summary>
    /// <param name="joins">Whether several accounts may share a transaction.</param>
    public void Take(List<Turn> turns, bool joins)
    {
        lock (_accounts)
        {
            for (var room = options.Batch; room > 0 && _ready.Reader.TryRead(out var queue);)
            {
                if (turns.Count > 0 && queue.IsAlone)
                {
                    _ready.Writer.TryWrite(queue);
                    break;
                }

                var isAlone = queue.IsAlone || !joins;
                var works = Take(queue, room);
                turns.Add(new Turn(queue, works));
                room = isAlone ? 0 : room - works.Count;
            }
        }
    }

    /// <summary>The lane is done with the account. What it could not do waits again.</summary>
    public void Return(Turn turn, IReadOnlyCollection<QueuedWork> again)
    {
        lock (_accounts)
        {
            foreach (var work in again.Where(work => !work.InDoubt))
            {
                work.WaitAgain();
            }

            turn.Queue.PutBack(again);
            _waiting += again.Count;
            if (turn.Queue.IsEmpty)
            {
                _accounts.Remove(turn.Queue.Account);
                CompleteIfDone();
            }
            else if (turn.Queue.IsLocked)
            {
                _ = OfferLaterAsync(turn.Queue);
            }
            else
            {
                _ready.Writer.TryWrite(turn.Queue);
            }
        }
    }

    /// <summary>Nothing more comes in; what waits is still done.</summary>
    public void Close()
    {
        lock (_accounts)
        {
            _closed = true;
            CompleteIfDone();
        }
    }

    private List<QueuedWork> Take(AccountQueue queue, int atMost)
    {
        var works = new List<QueuedWork>();
        while (works.Count < atMost && works is not [{ Alone: true }] && queue.Next(joining: works.Count > 0) is { } work)
        {
            _waiting--;
            if (IsPatient(work) && (work.InDoubt || work.TryBegin()))
            {
                works.Add(work);
            }
        }

        return works;
    }

    private bool IsPatient(QueuedWork work)
    {
        if (time.GetElapsedTime(work.QueuedAt) < options.Patience)
        {
            return true;
        }

        if (work.InDoubt)
        {
            work.Fail(StoreUnavailableException.InDoubt());
        }
        else
        {
            work.TryGiveUp(StoreUnavailableException.TooLate());
        }

        return false;
    }

    private async Task OfferLaterAsync(AccountQueue queue)
    {
        await Task.Delay(LockedPause, time, CancellationToken.None);
        _ready.Writer.TryWrite(queue);
    }

    private void CompleteIfDone()
    {
        if (_closed && _accounts.Count == 0)
        {
            _ready.Writer.TryComplete();
        }
    }
}
