using Npgsql;

namespace Roster.Storage.Postgres;

/// <summary>The one connection of a lane: opened when it is needed, and again after it was lost.</summary>
internal sealed class LaneConnection(PostgresServer server) : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);
    private NpgsqlConnection? _connection;
    private Pipeline? _pipeline;
    private History? _history;

    /// <summary>Of what was read last; a replica has none of its own.</summary>
    public string Epoch => _history?.Epoch ?? "";

    /// <summary>
    /// Once the cluster was failed over, nobody goes on with the old primary: behind a proxy it may still hold our connections.
    /// </summary>
    public async ValueTask<Pipeline> PipelineAsync()
    {
        if (_pipeline is { } pipeline && _history == server.History)
        {
            return pipeline;
        }

        await CloseAsync();
        return await OpenAsync();
    }

    /// <summary>Sends what was left for the next transaction to take along.</summary>
    public ValueTask SendRestAsync() => _pipeline?.SendAllAsync() ?? default;

    /// <summary>Makes the connection fit for the next transaction, or lets it go. Waits a little where haste would not help. Does not fail.</summary>
    public async ValueTask RecoverAsync(Exception reason)
    {
        if (PostgresFaults.LosesConnection(reason) || !await TryRollbackAsync())
        {
            await CloseAsync();
        }

        if (PostgresFaults.MayPass(reason))
        {
            await Task.Delay(Pause);
        }
    }

    public ValueTask DisposeAsync() => CloseAsync();

    private async ValueTask<Pipeline> OpenAsync()
    {
        (_connection, _history) = await server.OpenAsync(CancellationToken.None);
        return _pipeline = new(_connection);
    }

    private async ValueTask<bool> TryRollbackAsync()
    {
        if (_connection is null || _pipeline is null)
        {
            return false;
        }

        try
        {
            // A new pipeline: the old one may hold what was gathered and never sent.
            _pipeline = new(_connection);
            _pipeline.Write(PostgresStatements.Rollback);
            await _pipeline.SendAllAsync();
            return true;
        }
        catch (Exception)
        {
            return false;
        }
    }

    private async ValueTask CloseAsync()
    {
        _pipeline = null;
        if (_connection is { } connection)
        {
            _connection = null;

            // If it was broken, that is why it is closed.
            await connection.DisposeAsync().AsTask().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
