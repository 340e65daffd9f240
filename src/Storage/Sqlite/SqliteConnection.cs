using Roster.Storage.Sql;
using SQLitePCL;

namespace Roster.Storage.Sqlite;

/// <summary>One connection with its prepared statements. Used by one thread at a time.</summary>
internal sealed class SqliteConnection : ISql, ISqlWriter, IDisposable
{
    private const int BusyMilliseconds = 5_000;

    /// <summary>SQLITE_DBCONFIG_ENABLE_QPSG.</summary>
    private const int StablePlans = 1_007;

    private readonly sqlite3 _database;

    /// <summary>By reference: texts are constants, and hashing one costs more than a look-up in a table does.</summary>
    private readonly Dictionary<string, SqliteStatement> _statements = new(ReferenceEqualityComparer.Instance);

    static SqliteConnection() => Batteries_V2.Init();

    private SqliteConnection(sqlite3 database) => _database = database;

    public sqlite3 Handle => _database;

    /// <summary>False while a transaction is open. SQLite may end one by itself, so this is asked, not remembered.</summary>
    public bool IsAutocommit => raw.sqlite3_get_autocommit(_database) != 0;

    public static SqliteConnection Open(string file, int flags)
    {
        var result = raw.sqlite3_open_v2(file, out var database, flags | raw.SQLITE_OPEN_NOMUTEX, null);
        var connection = new SqliteConnection(database);
        try
        {
            SqliteException.ThrowIfFailed(result, database);
            raw.sqlite3_extended_result_codes(database, 1);
            raw.sqlite3_busy_timeout(database, BusyMilliseconds);

            // A plan follows from its text. Else SQLite makes another one whenever a value comes that a partial index is about.
            SqliteException.ThrowIfFailed(raw.sqlite3_db_config(database, StablePlans, 1, out _), database);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Runs any number of statements that answer nothing, unprepared.</summary>
    public void Run(string script) => SqliteException.ThrowIfFailed(raw.sqlite3_exec(_database, script), _database);

    public void Begin() => Execute("BEGIN");

    /// <summary>Takes the write lock at once.</summary>
    public void BeginWriting() => Execute("BEGIN IMMEDIATE");

    public void Commit() => Execute("COMMIT");

    /// <summary>Ends whatever transaction is still open. Answers why it could not.</summary>
    public SqliteException? TryRollback()
    {
        try
        {
            if (!IsAutocommit)
            {
                Execute("ROLLBACK");
            }

            return null;
        }
        catch (SqliteException exception)
        {
            return exception;
        }
    }

    public T? One<T>(string text, Func<IRow, T> read, params ReadOnlySpan<SqlValue> values)
    {
        var statement = Prepare(text);
        try
        {
            statement.Bind(values);
            return statement.Step() ? read(statement) : default;
        }
        finally
        {
            statement.Reset();
        }
    }

    public int Execute(string text, params ReadOnlySpan<SqlValue> values)
    {
        var statement = Prepare(text);
        try
        {
            statement.Bind(values);
            statement.Step();
            return raw.sqlite3_changes(_database);
        }
        finally
        {
            statement.Reset();
        }
    }

    public ValueTask<T?> OneAsync<T>(string text, Func<IRow, T> read, params ReadOnlySpan<SqlValue> values) =>
        new(One(text, read, values));

    public ValueTask<List<T>> ManyAsync<T>(string text, Func<IRow, T> read, params ReadOnlySpan<SqlValue> values)
    {
        var statement = Prepare(text);
        try
        {
            statement.Bind(values);
            var rows = new List<T>();
            while (statement.Step())
            {
                rows.Add(read(statement));
            }

            return new(rows);
        }
        finally
        {
            statement.Reset();
        }
    }

    public void Write(string text, params ReadOnlySpan<SqlValue> values) => Execute(text, values);

    public void WriteOne(string text, params ReadOnlySpan<SqlValue> values)
    {
        if (Execute(text, values) is not 1 and var rows)
        {
            throw new UnexpectedRowsException(rows);
        }
    }

    /// <summary>The statement of this text, for one user at a time.</summary>
    public SqliteStatement Prepare(string text)
    {
        if (!_statements.TryGetValue(text, out var statement))
        {
            statement = new(_database, text);
            _statements.Add(text, statement);
        }

        return statement;
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
        {
            statement.Dispose();
        }

        _statements.Clear();
        _database.Dispose();
    }
}
