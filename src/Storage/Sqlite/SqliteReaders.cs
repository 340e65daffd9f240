using Roster.Core.Storage;

namespace Roster.Storage.Sqlite;

/// <summary>A fixed number of reading connections, opened as they are needed; the last one used is used again first.</summary>
internal sealed class SqliteReaders(SqliteFile file, SqliteOptions options) : IDisposable
{
    private readonly SemaphoreSlim _free = new(options.Readers);
    private readonly Stack<SqliteConnection> _idle = new(options.Readers);
    private bool _disposed;

    /// <summary>Begins a snapshot, on the caller's own thread unless all readers are in use.</summary>
    /// <exception cref="StoreUnavailableException">They were for too long.</exception>
    public ValueTask<SqliteSnapshot> BeginAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return _free.Wait(0, CancellationToken.None) ? new(Begin()) : BeginLaterAsync(cancellationToken);
    }

    /// <summary>A connection still in a transaction would stay on its old snapshot for ever, so it is not kept.</summary>
    public void Return(SqliteConnection connection)
    {
        connection.TryRollback();
        lock (_idle)
        {
            if (connection.IsAutocommit && !_disposed)
            {
                _idle.Push(connection);
            }
            else
            {
                connection.Dispose();
            }
        }

        _free.Release();
    }

    public void Dispose()
    {
        lock (_idle)
        {
            _disposed = true;
            while (_idle.TryPop(out var connection))
            {
                connection.Dispose();
            }
        }
    }

    private async ValueTask<SqliteSnapshot> BeginLaterAsync(CancellationToken cancellationToken) =>
        await _free.WaitAsync(options.Patience, cancellationToken)
            ? Begin()
            : throw new StoreUnavailableException("No reader came free in time.");

    private SqliteSnapshot Begin()
    {
        SqliteConnection? connection = null;
        try
        {
            connection = Pop() ?? file.OpenReader();
            connection.Begin();
            return new(this, connection);
        }
        catch (Exception exception)
        {
            connection?.Dispose();
            _free.Release();
            throw exception as StoreUnavailableException ?? SqliteStore.CannotRead(exception);
        }
    }

    private SqliteConnection? Pop()
    {
        lock (_idle)
        {
            if (_disposed)
            {
                throw new StoreUnavailableException("The store is closed.");
            }

            return _idle.TryPop(out var idle) ? idle : null;
        }
    }
}

/// <summary>A reader in a transaction of its own, which ends with this.</summary>
internal readonly struct SqliteSnapshot(SqliteReaders readers, SqliteConnection connection) : IDisposable
{
    public SqliteConnection Connection => connection;

    public void Dispose() => readers.Return(connection);
}
