using Roster.Core.Storage;
using Roster.Core.Values;
using Roster.Storage.Postgres.Following;
using Roster.Storage.Sql.Queueing;

namespace Roster.Storage.Postgres.Writing;

/// <summary>The connections that write, and the queue that they share.</summary>
internal sealed class WriteLanes : IAsyncDisposable
{
    private readonly WriteQueue _queue;
    private readonly WriteLane[] _lanes;
    private readonly Task[] _running;

    public WriteLanes(PostgresServer primary, PostgresOptions options, TimeProvider time, DatabaseClock clock, Positions positions, Action<AccountId, long> hint)
    {
        _queue = new(options, time);
        _lanes = [.. Enumerable.Range(0, options.Lanes).Select(_ =>
            new WriteLane(_queue, primary.NewLane(), clock, positions, hint, joins: !primary.IsDistributed))];
        _running = [.. _lanes.Select(lane => Task.Run(lane.RunAsync))];
    }

    public long Commits => _lanes.Sum(lane => lane.Commits);

    /// <exception cref="StoreUnavailableException">Nothing was written.</exception>
    public async Task<T> RunAsync<T>(AccountId account, QueuedWork work, Task<T> answered, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _queue.Add(account, work);
        await using var registration = cancellationToken.UnsafeRegister(
            static (state, token) => ((QueuedWork)state!).TryGiveUp(new OperationCanceledException(token)), work);
        return await answered;
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Close();
        await Task.WhenAll(_running);
    }
}
