using Roster.Core.Values;
using Roster.Storage.Sql.Tables;

namespace Roster.Storage.Sql.Replaying;

/// <summary>Every state row of an account as text, so that two stores can be compared row for row.</summary>
internal static class StateDump
{
    /// <summary>Built once: an engine keeps a prepared statement for every text that it has seen.</summary>
    private static readonly (Table Table, string Text)[] Statements = [.. StoreTables.State.Select(table =>
        (table, table.Select(string.Join(", ", table.Columns.Select(Cast)), "$1")))];

    public static ValueTask<List<string>> DumpStateAsync(
        this ISqlStore store, AccountId account, CancellationToken cancellationToken) =>
        store.QueryAsync(sql => sql.DumpStateAsync(account), cancellationToken);

    public static async ValueTask<List<string>> DumpStateAsync(this ISql sql, AccountId account)
    {
        var rows = new List<string>();
        foreach (var (table, text) in Statements)
        {
            rows.AddRange(await sql.ManyAsync(text, row => Show(row, table), account.Value));
        }

        return rows;
    }

    private static string Cast(Column column) =>
        column.Kind == ColumnKind.Bytes ? "t." + column.Name : $"CAST(t.{column.Name} AS text)";

    private static string Show(IRow row, Table table) =>
        table.Name + " " + string.Join(" ", table.Columns.Select((column, i) => $"{column.Name}={Show(row, i, column.Kind)}"));

    private static string Show(IRow row, int i, ColumnKind kind) =>
        row.IsNull(i) ? "null" : kind == ColumnKind.Bytes ? Convert.ToHexString(row.Bytes(i)) : $"'{row.Text(i)}'";
}
