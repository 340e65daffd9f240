using System.Globalization;
using Npgsql;
using Roster.Storage.Copying;
using Roster.Storage.Sql;
using Roster.Storage.Sql.Tables;

namespace Roster.Storage.Postgres;

/// <summary>An account's rows in a table, so many in each snapshot.</summary>
internal sealed class PostgresRowSource(
    NpgsqlConnection connection, int snapshotRows, Table table, string account, SqlValue[]? after) : IRowSource
{
    private byte[] _received = new byte[64 * 1_024];
    private int _begin;
    private int _end;
    private int _rows;
    private SqlValue[]? _after = after;
    private NpgsqlRawCopyStream? _snapshot;
    private bool _isDone;

    public async ValueTask<bool> FillAsync(RowBuffer buffer)
    {
        while (!buffer.IsFull && !_isDone)
        {
            _snapshot ??= await BeginAsync();
            if (RowForm.LengthOf(Unread) is not { } length)
            {
                await ReceiveAsync(_snapshot);
            }
            else if (Unread[..length].SequenceEqual(RowForm.End))
            {
                await EndAsync(_snapshot);
            }
            else
            {
                Take(buffer, length);
            }
        }

        return !_isDone;
    }

    public ValueTask DisposeAsync() => _snapshot?.DisposeAsync() ?? default;

    private ReadOnlySpan<byte> Unread => _received.AsSpan(_begin, _end - _begin);

    private async ValueTask<NpgsqlRawCopyStream> BeginAsync()
    {
        var columns = string.Join(", ", table.Columns.Select(column => "t." + column.Name));
        var key = _after is null ? null : string.Join(", ", _after.Select(Literal));
        var rows = table.Select(columns, Literal(account), key);
        var snapshot = await connection.BeginRawBinaryCopyAsync(
            $"COPY ({rows} LIMIT {snapshotRows}) TO STDOUT (FORMAT BINARY)", CancellationToken.None);
        (_begin, _end, _rows) = (0, 0, 0);
        while (_end < RowForm.Head.Length)
        {
            await ReceiveAsync(snapshot);
        }

        _begin = RowForm.Head.Length;
        return snapshot;
    }

    private void Take(RowBuffer buffer, int length)
    {
        var row = Unread[..length];
        buffer.AddRow(row);
        if (++_rows == snapshotRows)
        {
            _after = RowKey.Of(table, row);
        }

        _begin += length;
    }

    private async ValueTask EndAsync(NpgsqlRawCopyStream snapshot)
    {
        await snapshot.DisposeAsync();
        _snapshot = null;
        _isDone = _rows < snapshotRows;
    }

    private async ValueTask ReceiveAsync(NpgsqlRawCopyStream snapshot)
    {
        Unread.CopyTo(_received);
        (_begin, _end) = (0, _end - _begin);
        if (_end == _received.Length)
        {
            Array.Resize(ref _received, checked(_end * 2));
        }

        var count = await snapshot.ReadAsync(_received.AsMemory(_end), CancellationToken.None);
        _end += count > 0 ? count : throw new EndOfStreamException("PostgreSQL ended a copy too early.");
    }

    /// <summary>COPY takes no parameters. With standard strings, which the session has, only a quote means anything.</summary>
    private static string Literal(SqlValue value) => value.Kind == SqlKind.Text
        ? $"'{value.Text.Replace("'", "''", StringComparison.Ordinal)}'"
        : value.Number.ToString(CultureInfo.InvariantCulture);
}
