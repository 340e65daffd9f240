using Roster.Storage.Copying;
using Roster.Storage.Sql;
using Roster.Storage.Sql.Tables;
using SQLitePCL;

namespace Roster.Storage.Sqlite;

/// <summary>A file as one side of a copy, which owns it meanwhile as a server would.</summary>
internal sealed class SqliteCopySide : ICopySide
{
    /// <summary>Written once, at rows' own speed: what does not fit into memory is read back page by page.</summary>
    private const string WriteMuch =
        """
        PRAGMA cache_size = -262144;
        PRAGMA wal_autocheckpoint = 16384;
        """;

    private readonly FileOwnership _ownership;
    private readonly SqliteConnection _connection;

    private SqliteCopySide(FileOwnership ownership, SqliteConnection connection, SqliteAddress address) =>
        (_ownership, _connection, Name) = (ownership, connection, address.ToString());

    public string Name { get; }

    /// <exception cref="StoreStartException">A server owns it, or it cannot be read and written.</exception>
    public static SqliteCopySide Open(SqliteAddress address, bool isTarget)
    {
        var file = new SqliteFile(new SqliteOptions
        {
            File = address.File,
            Synchronous = isTarget ? SqliteSynchronous.Normal : SqliteSynchronous.Full,
        });
        if (!isTarget && !File.Exists(file.Path))
        {
            throw new StoreStartException($"There is no database '{file.Path}'.");
        }

        return file.Take((ownership, connection) =>
        {
            connection.Run(isTarget ? WriteMuch : "");
            return new SqliteCopySide(ownership, connection, address);
        });
    }

    public ValueTask<T?> OneAsync<T>(string text, Func<IRow, T> read, params ReadOnlySpan<SqlValue> values) =>
        _connection.OneAsync(text, read, values);

    public ValueTask<List<T>> ManyAsync<T>(string text, Func<IRow, T> read, params ReadOnlySpan<SqlValue> values) =>
        _connection.ManyAsync(text, read, values);

    public IRowSource Read(Table table, string account, SqlValue[]? after) => new SqliteRowSource(_connection, table, account, after);

    public ValueTask CommitAsync(RowChunk? rows, Action<ISqlWriter> statements)
    {
        try
        {
            _connection.BeginWriting();
            foreach (var (table, buffer) in rows?.Parts ?? [])
            {
                SqliteRowTarget.Insert(_connection, table, buffer);
            }

            statements(_connection);
            _connection.Commit();
            return default;
        }
        finally
        {
            _connection.TryRollback();
        }
    }

    public ValueTask SettleAsync()
    {
        _connection.Run("PRAGMA synchronous = FULL");
        SqliteException.ThrowIfFailed(
            raw.sqlite3_wal_checkpoint_v2(_connection.Handle, "main", raw.SQLITE_CHECKPOINT_TRUNCATE, out _, out _), _connection.Handle);
        return default;
    }

    public ValueTask DisposeAsync()
    {
        _connection.Dispose();
        _ownership.Dispose();
        return default;
    }
}
