using Roster.Storage.Copying;
using Roster.Storage.Sql.Tables;

namespace Roster.Storage.Sqlite;

/// <summary>Inserts rows by one prepared statement, in the transaction that is open.</summary>
internal static class SqliteRowTarget
{
    private static readonly Dictionary<Table, string> Texts = StoreTables.All.ToDictionary(table => table, Text);

    public static void Insert(SqliteConnection connection, Table table, RowBuffer rows)
    {
        var statement = connection.Prepare(Texts[table]);
        var fields = new RowFields(rows.Bytes.Span);
        while (!fields.IsAtEnd)
        {
            fields.BeginRow();
            for (var i = 0; i < table.Columns.Length; i++)
            {
                Bind(statement, i + 1, table.Columns[i].Kind, ref fields);
            }

            Run(statement);
        }
    }

    private static string Text(Table table) =>
        $"INSERT INTO {table.Name} ({table.ColumnNames}) VALUES ({string.Join(", ", table.Columns.Select((_, i) => $"${i + 1}"))})";

    private static void Bind(SqliteStatement statement, int index, ColumnKind kind, ref RowFields fields)
    {
        if (!fields.TryRead(out var field))
        {
            statement.BindNull(index);
        }
        else if (kind == ColumnKind.Text)
        {
            statement.BindText(index, field);
        }
        else if (kind == ColumnKind.Bytes)
        {
            statement.BindBytes(index, field);
        }
        else
        {
            statement.Bind(index, RowForm.Number(field));
        }
    }

    private static void Run(SqliteStatement statement)
    {
        try
        {
            statement.Step();
        }
        finally
        {
            statement.Reset();
        }
    }
}
