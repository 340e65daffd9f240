using Roster.Core.Outcomes;
using Roster.Core.Storage;
using Roster.Storage.Sql;

namespace Roster.Storage.Sqlite;

/// <summary>Statements in the queue that are no change: aux rows, replay, a probe.</summary>
internal sealed class StatementWork(Action<ISqlWriter> statements) : QueuedWork
{
    private readonly TaskCompletionSource<Done> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<Done> Answered => _done.Task;

    public override void Run(SqliteWriteSession session) => statements(session.Connection);

    public override void Answer() => _done.TrySetResult(default);

    public override void Fail(Exception reason)
    {
        if (reason is OperationCanceledException canceled)
        {
            _done.TrySetCanceled(canceled.CancellationToken);
        }
        else
        {
            _done.TrySetException(reason as StoreUnavailableException ?? Unavailable(reason));
        }
    }
}
