using Roster.Storage.Copying;
using Roster.Storage.Sql;
using Roster.Storage.Sql.Tables;

namespace Roster.Storage.Sqlite;

/// <summary>An account's rows in a table. Nobody else has the file, so one statement walks all of them.</summary>
internal sealed class SqliteRowSource : IRowSource
{
    /// <summary>Built once, since a connection knows statements by reference.</summary>
    public static readonly IReadOnlyDictionary<Table, (string All, string After)> Texts =
        StoreTables.All.ToDictionary(table => table, table => (Text(table, null), Text(table, After(table))));

    private readonly SqliteStatement _statement;
    private readonly Table _table;

    public SqliteRowSource(SqliteConnection connection, Table table, string account, SqlValue[]? after)
    {
        _table = table;
        _statement = connection.Prepare(after is null ? Texts[table].All : Texts[table].After);
        _statement.Bind([account, .. after ?? []]);
    }

    public ValueTask<bool> FillAsync(RowBuffer buffer)
    {
        while (!buffer.IsFull)
        {
            if (!_statement.Step())
            {
                return new(false);
            }

            Read(buffer);
        }

        return new(true);
    }

    public ValueTask DisposeAsync()
    {
        _statement.Reset();
        return default;
    }

    private static string Text(Table table, string? after) =>
        table.Select(string.Join(", ", table.Columns.Select(column => "t." + column.Name)), "$1", after);

    private static string? After(Table table) =>
        table.Key.IsEmpty ? null : string.Join(", ", Enumerable.Range(2, table.Key.Length).Select(i => $"${i}"));

    private void Read(RowBuffer buffer)
    {
        buffer.BeginRow(_table.Columns.Length);
        for (var i = 0; i < _table.Columns.Length; i++)
        {
            var kind = _table.Columns[i].Kind;
            if (_statement.IsNull(i))
            {
                buffer.AddNull();
            }
            else if (kind is ColumnKind.Text or ColumnKind.Bytes)
            {
                buffer.Add(_statement.Span(i));
            }
            else
            {
                buffer.Add(kind, _statement.Number(i));
            }
        }
    }
}
