using System.Buffers;
using System.Text;
using Roster.Storage.Sql;
using SQLitePCL;

namespace Roster.Storage.Sqlite;

/// <summary>A prepared statement, and the row that it stands on.</summary>
internal sealed class SqliteStatement : IRow, IDisposable
{
    private const int OnStack = 512;

    /// <summary>SQLITE_STMTSTATUS_REPREPARE.</summary>
    private const int CountOfPlans = 5;

    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    public SqliteStatement(sqlite3 database, string text)
    {
        _database = database;

        // SQLite numbers parameters by ?1, where $1 would be a name.
        var numbered = Encoding.UTF8.GetBytes(text.Replace('$', '?'));
        Check(raw.sqlite3_prepare_v3(database, numbered, raw.SQLITE_PREPARE_PERSISTENT, out _statement));
    }

    /// <summary>How often SQLite has planned it anew.</summary>
    public int Replanned => raw.sqlite3_stmt_status(_statement, CountOfPlans, 0);

    public void Bind(ReadOnlySpan<SqlValue> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            Check(Bind(i + 1, values[i]));
        }
    }

    /// <summary>False when there are no more rows.</summary>
    public bool Step()
    {
        var result = raw.sqlite3_step(_statement);
        Check(result);
        return result == raw.SQLITE_ROW;
    }

    /// <summary>The error that this answers again was thrown by the step already.</summary>
    public void Reset() => raw.sqlite3_reset(_statement);

    public bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    public long Number(int column) => raw.sqlite3_column_int64(_statement, column);

    public string Text(int column) => Encoding.UTF8.GetString(raw.sqlite3_column_blob(_statement, column));

    public ReadOnlySpan<byte> Utf8(int column) => raw.sqlite3_column_blob(_statement, column);

    public byte[] Bytes(int column) => raw.sqlite3_column_blob(_statement, column).ToArray();

    /// <summary>A text in UTF-8, or bytes.</summary>
    public ReadOnlySpan<byte> Span(int column) => raw.sqlite3_column_blob(_statement, column);

    public void BindNull(int index) => Check(raw.sqlite3_bind_null(_statement, index));

    public void Bind(int index, long number) => Check(raw.sqlite3_bind_int64(_statement, index, number));

    /// <param name="text">In UTF-8.</param>
    public void BindText(int index, ReadOnlySpan<byte> text) => Check(raw.sqlite3_bind_text(_statement, index, text));

    public void BindBytes(int index, ReadOnlySpan<byte> bytes) => Check(BindBlob(index, bytes));

    public void Dispose() => _statement.Dispose();

    private int Bind(int index, in SqlValue value) => value switch
    {
        { IsNull: true } => raw.sqlite3_bind_null(_statement, index),
        { Kind: SqlKind.Number } => raw.sqlite3_bind_int64(_statement, index, value.Number),
        { Kind: SqlKind.Text } => EncodeText(index, value.Text),
        _ => BindBlob(index, value.Bytes),
    };

    private int EncodeText(int index, string text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        var rented = most > OnStack ? ArrayPool<byte>.Shared.Rent(most) : null;
        var buffer = rented ?? stackalloc byte[OnStack];
        var length = Encoding.UTF8.GetBytes(text, buffer);
        var result = raw.sqlite3_bind_text(_statement, index, buffer[..length]);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return result;
    }

    private int BindBlob(int index, ReadOnlySpan<byte> bytes) =>
        bytes.Length == 0
            ? raw.sqlite3_bind_zeroblob(_statement, index, 0)
            : raw.sqlite3_bind_blob(_statement, index, bytes);

    private void Check(int result) => SqliteException.ThrowIfFailed(result, _database);
}
