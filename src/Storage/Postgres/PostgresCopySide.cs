using System.Diagnostics;
using Npgsql;
using Roster.Storage.Copying;
using Roster.Storage.Sql;
using Roster.Storage.Sql.Tables;

namespace Roster.Storage.Postgres;

/// <summary>A database as one side of a copy: one connection, whose session lasts as long as the copy.</summary>
internal sealed class PostgresCopySide : ICopySide
{
    /// <summary>"RosterCP" in ASCII: two copies at one database would be one too many, so each holds this advisory lock.</summary>
    private const long LockKey = 0x526F_7374_6572_4350;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private static readonly string[] Session =
    [
        // The role may have bounds for a server's sessions.
        "SET statement_timeout = 0", "SET lock_timeout = 0", "SET idle_in_transaction_session_timeout = 0",

        // The planner knows nothing yet of tables that are being filled; the order of their keys is the good one.
        "SET enable_sort = off", "SET enable_seqscan = off", "SET enable_bitmapscan = off", "SET enable_hashjoin = off", "SET jit = off",
    ];

    private readonly NpgsqlConnection _connection;
    private readonly Pipeline _pipeline;

    private readonly int _snapshotRows;

    private PostgresCopySide(NpgsqlConnection connection, PostgresAddress address, CopyOptions options)
    {
        (_connection, _pipeline, _snapshotRows) = (connection, new Pipeline(connection), options.SnapshotRows);
        Name = address.ToString();
    }

    public string Name { get; }

    /// <exception cref="StoreStartException">It cannot be opened, or another copy works on it.</exception>
    public static async Task<PostgresCopySide> OpenAsync(
        PostgresAddress address, bool isTarget, CopyOptions options, CancellationToken cancellationToken)
    {
        NpgsqlConnection? connection = null;
        try
        {
            await using var source = new NpgsqlDataSourceBuilder(ForCopying(address)).BuildMultiHost();
            connection = await source.OpenConnectionAsync(TargetSessionAttributes.Primary, cancellationToken);
            await LockAsync(connection, address, options.Patience, cancellationToken);
            await PrepareAsync(connection, address, isTarget, cancellationToken);
            return new(connection, address, options);
        }
        catch (Exception exception)
        {
            await (connection?.DisposeAsync() ?? default);
            if (exception is NpgsqlException)
            {
                throw new StoreStartException($"{address} cannot be opened: {exception.Message}", exception);
            }

            throw;
        }
    }

    public ValueTask<T?> OneAsync<T>(string text, Func<IRow, T> read, params ReadOnlySpan<SqlValue> values) =>
        SentAsync(_pipeline.OneAsync(text, read, values));

    public ValueTask<List<T>> ManyAsync<T>(string text, Func<IRow, T> read, params ReadOnlySpan<SqlValue> values) =>
        SentAsync(_pipeline.ManyAsync(text, read, values));

    public IRowSource Read(Table table, string account, SqlValue[]? after) =>
        new PostgresRowSource(_connection, _snapshotRows, table, account, after);

    public async ValueTask CommitAsync(RowChunk? rows, Action<ISqlWriter> statements)
    {
        await _connection.ExecuteAsync(PostgresStatements.BeginWriting, CancellationToken.None);
        foreach (var (table, buffer) in rows?.Parts ?? [])
        {
            await PostgresRowTarget.InsertAsync(_connection, table, buffer);
        }

        statements(_pipeline);
        _pipeline.Write(PostgresStatements.Commit);
        await _pipeline.SendAllAsync();
    }

    public async ValueTask SettleAsync()
    {
        // What is logged for a commit reaches the disk after all that was logged before it.
        await _connection.ExecuteAsync("RESET synchronous_commit", CancellationToken.None);
        foreach (var table in StoreTables.All)
        {
            await _connection.ExecuteAsync($"ANALYZE {table.Name}", CancellationToken.None);
        }
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private static string ForCopying(PostgresAddress address) => new NpgsqlConnectionStringBuilder(address.Connection)
    {
        ApplicationName = "roster store copy",
        Pooling = false,
        CommandTimeout = 0,
        TcpKeepAlive = true,
        ReadBufferSize = 65_536,
        WriteBufferSize = 65_536,
        TargetSessionAttributes = null,
    }.ConnectionString;

    private static async Task LockAsync(
        NpgsqlConnection connection, PostgresAddress address, TimeSpan patience, CancellationToken cancellationToken)
    {
        var waited = Stopwatch.StartNew();
        while (await connection.ValueAsync($"SELECT pg_try_advisory_lock({LockKey})", cancellationToken) is not true)
        {
            if (waited.Elapsed >= patience)
            {
                throw new StoreStartException($"{address} is in use: another copy works on it.");
            }

            await Task.Delay(Pause, cancellationToken);
        }
    }

    private static async Task PrepareAsync(
        NpgsqlConnection connection, PostgresAddress address, bool isTarget, CancellationToken cancellationToken)
    {
        if (!isTarget && await connection.ValueAsync("SELECT 1 WHERE to_regclass('store') IS NOT NULL", cancellationToken) is null)
        {
            throw new StoreStartException($"There is no store in {address}.");
        }

        await PostgresSchema.ApplyAsync(connection, cancellationToken);
        foreach (var setting in Session)
        {
            await connection.ExecuteAsync(setting, cancellationToken);
        }

        if (isTarget)
        {
            // The last chunks may be lost with the machine: each says how far it goes.
            await connection.ExecuteAsync("SET synchronous_commit = off", cancellationToken);
        }
        else
        {
            await MarkOtherHistoryAsync(connection, cancellationToken);
        }
    }

    /// <summary>A database that was restored or failed over, and not served since, has an epoch that is another's.</summary>
    private static async Task MarkOtherHistoryAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var known = await connection.ValueAsync(PostgresStatements.StoreValue, cancellationToken, "cluster");
        if (known is string cluster && cluster != await History.ClusterAsync(connection, cancellationToken))
        {
            await connection.ExecuteAsync(
                "INSERT INTO store (name, value) VALUES ('restored', '1') ON CONFLICT DO NOTHING", cancellationToken);
        }
    }

    private async ValueTask<T> SentAsync<T>(ValueTask<T> answer)
    {
        await _pipeline.SendAllAsync();
        _pipeline.Forget();
        return await answer;
    }
}
