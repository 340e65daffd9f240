using Roster.Core.Outcomes;

namespace Roster.Storage.Sql.Queueing;

/// <summary>Statements in the queue that are no change: aux rows, replay, a probe.</summary>
internal sealed class StatementWork(Action<ISqlWriter> statements) : QueuedWork
{
    private readonly TaskCompletionSource<Done> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<Done> Answered => _done.Task;

    public void Write(ISqlWriter sql) => statements(sql);

    public override void Answer() => _done.TrySetResult(default);

    public override void Fail(Exception reason) => Fail(_done, reason);
}
