using Roster.Core.Changes;
using Roster.Core.Storage;
using Roster.Storage.Sql;
using Roster.Storage.Sql.Queueing;

namespace Roster.Storage.Sqlite;

/// <summary>The one thread that writes: takes what has queued up, commits it together, and only then answers it all.</summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteWriteSession _session;
    private readonly SqliteHousekeeping _housekeeping;
    private readonly WorkQueue _queue;
    private readonly Action<CommittedSet> _committed;
    private readonly int _batchSize;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <param name="committed">Told each set in order, after its commit and before its answer.</param>
    public SqliteWriter(SqliteConnection connection, SqliteOptions options, TimeProvider time, Action<CommittedSet> committed)
    {
        _connection = connection;
        _session = new(connection, time, options.BigEnd);
        _housekeeping = new(connection, options);
        _queue = new(options.Queue, options.Patience, time);
        _committed = committed;
        _batchSize = options.Batch;
    }

    public long Commits { get; private set; }

    public void Start() => new Thread(Loop) { IsBackground = true, Name = "roster sqlite writer" }.Start();

    /// <exception cref="StoreUnavailableException">The queue is full, or the store is closing.</exception>
    public async Task<T> RunAsync<T>(QueuedWork work, Task<T> answered, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _queue.Add(work);
        await using var registration = cancellationToken.UnsafeRegister(
            static (state, token) => ((QueuedWork)state!).TryGiveUp(new OperationCanceledException(token)), work);
        return await answered;
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Close();
        await _ended.Task;
        _queue.Dispose();
        _connection.Dispose();
    }

    private void Loop()
    {
        var batch = new List<QueuedWork>(_batchSize);
        while (_queue.Take(batch, _batchSize, _housekeeping.Idle))
        {
            Run(batch);
            batch.Clear();
            _housekeeping.AfterBatch();
        }

        _housekeeping.AtEnd();
        _ended.SetResult();
    }

    private void Run(List<QueuedWork> batch)
    {
        if (batch.Count == 0)
        {
            return;
        }

        if (TryCommit(batch) is not { } reason)
        {
            Answer(batch);
        }
        else if (batch.Count == 1)
        {
            batch[0].Fail(reason);
        }
        else
        {
            // Somebody's trouble is not the others': each again, in a transaction of its own.
            foreach (var work in batch)
            {
                Run([work]);
            }
        }
    }

    /// <summary>All or nothing. Answers why it was nothing.</summary>
    private Exception? TryCommit(List<QueuedWork> batch)
    {
        try
        {
            _connection.BeginWriting();
            foreach (var work in batch)
            {
                _session.Run(work);
                EnsureTransaction();
            }

            _connection.Commit();
            Commits++;
            StoreMeasures.Committed(batch.Count);
            return null;
        }
        catch (Exception exception)
        {
            return _connection.TryRollback() ?? exception;
        }
    }

    /// <summary>
    /// An error such as a full disk ends the whole transaction, and the next statement would be committed alone: half of a set.
    /// Work could have swallowed that error, so it is asked after each.
    /// </summary>
    private void EnsureTransaction()
    {
        if (_connection.IsAutocommit)
        {
            throw new InvalidOperationException("SQLite ended the transaction.");
        }
    }

    private void Answer(List<QueuedWork> batch)
    {
        foreach (var work in batch)
        {
            if (work.Set is { } set)
            {
                StoreMeasures.Committed(set);
                _committed(set);
                _housekeeping.Committed(set);
            }
        }

        foreach (var work in batch)
        {
            work.Answer();
        }
    }
}
