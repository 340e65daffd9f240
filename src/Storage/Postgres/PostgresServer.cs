using Npgsql;

namespace Roster.Storage.Postgres;

/// <summary>A server that lanes connect to, and the history that it is on.</summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private readonly PostgresConnections _connections;
    private readonly DatabaseClock? _clock;
    private History? _history;

    /// <param name="clock">Null for a replica, whose history and clock are the primary's.</param>
    private PostgresServer(PostgresConnections connections, DatabaseClock? clock) => (_connections, _clock) = (connections, clock);

    /// <summary>Called when the cluster was failed over, or another was put in its place.</summary>
    public Action<string>? OnNewHistory { get; set; }

    public string Epoch => History!.Epoch;

    public string Secret => History!.Secret;

    /// <summary>Null for a replica.</summary>
    public History? History => Volatile.Read(ref _history);

    /// <summary>True where the tables are sharded: then a transaction has one account.</summary>
    public bool IsDistributed { get; private set; }

    public static PostgresServer Replica(string connection, PostgresOptions options, PostgresServer primary) =>
        new(new(connection, options.Patience, TargetSessionAttributes.PreferStandby), clock: null) { IsDistributed = primary.IsDistributed };

    public static async Task<PostgresServer> PrimaryAsync(
        PostgresOptions options, TimeProvider time, DatabaseClock clock, CancellationToken cancellationToken)
    {
        var server = new PostgresServer(
            new(options.Connection, options.Patience, TargetSessionAttributes.Primary),
            clock);
        try
        {
            await server.StartAsync(time.GetTimestamp(), options, time, cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public LaneConnection NewLane() => new(this);

    /// <summary>A connection to the server as it is now, and the history that it belongs to: that and the clock have been looked at.</summary>
    public async Task<(NpgsqlConnection Connection, History? History)> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = await _connections.OpenAsync(cancellationToken);
        try
        {
            await connection.ExecuteAsync(PlannerRules.SettingsOf(IsDistributed), cancellationToken);
            if (_clock is null)
            {
                return (connection, null);
            }

            var history = await HistoryAsync(connection);
            await CompareClocksAsync(connection);
            return (connection, history);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Holds an advisory lock by a connection of its own, until that is disposed.</summary>
    /// <exception cref="StoreStartException">Another process does not let it go.</exception>
    public async Task<IAsyncDisposable> HoldAsync(long key, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        bound.CancelAfter(patience);
        NpgsqlConnection? connection = null;
        try
        {
            (connection, _) = await OpenAsync(bound.Token);
            await AdvisoryLock.TakeAsync(connection, key, bound.Token);
            return connection;
        }
        catch (Exception exception)
        {
            await using (connection)
            {
                cancellationToken.ThrowIfCancellationRequested();
                throw exception is OperationCanceledException
                    ? new StoreStartException("Another process has begun its first start on this database and does not finish it.")
                    : CannotUse(exception);
            }
        }
    }

    public Task CompareClocksAsync(NpgsqlConnection connection) => _clock!.CompareAsync(connection, CancellationToken.None);

    public ValueTask DisposeAsync() => _connections.DisposeAsync();

    /// <summary>A database that is starting, or has no room just now, is waited for.</summary>
    private async Task StartAsync(long began, PostgresOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await using var connection = await _connections.OpenAsync(cancellationToken);
                await PostgresSchema.ApplyAsync(connection, cancellationToken);
                _history = await History.TakeAsync(connection, cancellationToken);
                IsDistributed = await Distribution.IsDistributedAsync(connection, cancellationToken);
                return;
            }
            catch (Exception exception) when (
                PostgresFaults.MayPass(exception) && !PostgresFaults.ShutsOut(exception) && time.GetElapsedTime(began) < options.Patience)
            {
                await Task.Delay(Pause, cancellationToken);
            }
            catch (Exception exception) when (exception is NpgsqlException or TimeoutException or IOException)
            {
                throw CannotUse(exception);
            }
        }
    }

    /// <summary>A server does not change its history while it is connected to.</summary>
    private async Task<History> HistoryAsync(NpgsqlConnection connection)
    {
        var known = History!;
        if (await History.ClusterAsync(connection, CancellationToken.None) == known.Cluster)
        {
            return known;
        }

        var history = await History.TakeAsync(connection, CancellationToken.None);
        Volatile.Write(ref _history, history);
        OnNewHistory?.Invoke(history.Epoch);
        return history;
    }

    private static StoreStartException CannotUse(Exception reason) =>
        new($"The PostgreSQL primary cannot be used: {PostgresFaults.Describe(reason)}", reason);
}
