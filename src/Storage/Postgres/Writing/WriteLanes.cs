using Roster.Core.Storage;
using Roster.Core.Values;
using Roster.Storage.Postgres.Following;
using Roster.Storage.Sql.Queueing;

namespace Roster.Storage.Postgres.Writing;

/// <summary>The connections that write, and the queue that they share.</summary>
internal sealed class WriteLanes : IAsyncDisposable
{
    /// <summary>For who said that it may take long: a hundred thousand changes take half a minute.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private readonly TimeSpan _patience;
    private readonly TimeProvider _time;
    private readonly WriteQueue _queue;
    private readonly Gathering _gathering;
    private readonly WriteLane[] _lanes;
    private readonly Task[] _running;

    public WriteLanes(PostgresServer primary, PostgresOptions options, TimeProvider time, DatabaseClock clock, Positions positions, Action<AccountId, long> hint)
    {
        (_patience, _time) = (options.Patience, time);
        _queue = new(options, time);
        _gathering = new(options.Lanes);
        _lanes = [.. Enumerable.Range(0, options.Lanes).Select(_ =>
            new WriteLane(_queue, _gathering, primary.NewLane(), clock, positions, hint, joins: !primary.IsDistributed))];
        _running = [.. _lanes.Select(lane => Task.Run(lane.RunAsync))];
    }

    public long Commits => _lanes.Sum(lane => lane.Commits);

    /// <summary>
    /// A write that has begun is finished, but its caller does not wait for ever: of one that the database is silent about, it is
    /// not known whether it was done.
    /// </summary>
    /// <exception cref="StoreUnavailableException">It was not written in time.</exception>
    public async Task<T> RunAsync<T>(AccountId account, QueuedWork work, Task<T> answered, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _queue.Add(account, work);
        await using var registration = cancellationToken.UnsafeRegister(
            static (state, token) => ((QueuedWork)state!).TryGiveUp(new OperationCanceledException(token)), work);
        if (!await IsAnsweredAsync(answered, _patience)
            && !work.TryGiveUp(StoreUnavailableException.TooLate())
            && !await IsAnsweredAsync(answered, work.MayTakeLong ? Longest : _patience))
        {
            work.Fail(StoreUnavailableException.InDoubt());
        }

        return await answered;
    }

    private async ValueTask<bool> IsAnsweredAsync(Task answered, TimeSpan patience)
    {
        await answered.WaitAsync(patience, _time, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return answered.IsCompleted;
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Close();
        await Task.WhenAll(_running);
        _gathering.Dispose();
    }
}
