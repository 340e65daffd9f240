using Roster.Storage.Sql;
using Roster.Storage.Sql.Tables;
using Roster.Storage.Sqlite;

namespace Roster.Tests.Storage.Conformance.Copying;

/// <summary>The list of tables that is copied, digested and dumped, beside the schema of each engine.</summary>
public sealed class TableTests : IAsyncDisposable
{
    /// <summary>What is not the accounts', and what nobody can reach.</summary>
    private static readonly string[] NotCopied = ["store", "purges"];

    private readonly Places _places = new();

    public ValueTask DisposeAsync() => _places.DisposeAsync();

    [Fact]
    public async Task It_is_SQLites_schema()
    {
        await using var side = await Places.OpenAsync(await _places.NewAsync(Engine.Sqlite));

        var columns = await side.ManyAsync(
            """
            SELECT m.name, c.name, lower(c.type), c.pk
            FROM sqlite_schema m JOIN pragma_table_info(m.name) c
            WHERE m.type = 'table'
            ORDER BY m.name, c.cid
            """,
            ReadColumn);

        columns.Where(IsCopied).ShouldBe(Expected(column => column.Kind switch
        {
            ColumnKind.Text => "text",
            ColumnKind.Bytes => "blob",
            _ => "integer",
        }));
    }

    [Fact]
    public async Task It_is_PostgreSQLs_schema()
    {
        await using var side = await Places.OpenAsync(await _places.NewAsync(Engine.Postgres));

        var columns = await side.ManyAsync(
            """
            SELECT c.table_name::text, c.column_name::text, c.data_type || COALESCE(' ' || c.collation_name, ''), COALESCE(k.ordinal_position, 0)::bigint
            FROM information_schema.columns c LEFT JOIN information_schema.key_column_usage k
                ON k.table_schema = c.table_schema AND k.table_name = c.table_name AND k.column_name = c.column_name
            WHERE c.table_schema = current_schema
            ORDER BY c.table_name COLLATE "C", c.ordinal_position
            """,
            ReadColumn);

        columns.Where(IsCopied).ShouldBe(Expected(column => column.Kind switch
        {
            ColumnKind.Text => "text C",
            ColumnKind.Bytes => "bytea",
            ColumnKind.Small => "smallint",
            _ => "bigint",
        }));
    }

    /// <summary>Else an account of millions of rows is sorted for every chunk.</summary>
    [Fact]
    public async Task SQLite_reads_every_table_by_its_key()
    {
        await using var side = await Places.OpenAsync(await _places.NewAsync(Engine.Sqlite));

        foreach (var text in StoreTables.All.SelectMany(table => new[] { SqliteRowSource.Texts[table].All, SqliteRowSource.Texts[table].After }))
        {
            var plan = await side.ManyAsync("EXPLAIN QUERY PLAN " + text, row => row.Text(3));

            plan.ShouldAllBe(step => !step.StartsWith("SCAN", StringComparison.Ordinal) && !step.Contains("TEMP B-TREE"), text);
        }
    }

    [Fact]
    public async Task PostgreSQL_reads_every_table_by_its_key()
    {
        await using var side = await Places.OpenAsync(await _places.NewAsync(Engine.Postgres));

        foreach (var table in StoreTables.All)
        {
            string?[] afters = table.Key.IsEmpty
                ? [null]
                : [null, string.Join(", ", table.Key.Select(column => column.Kind == ColumnKind.Text ? "'a'" : "1"))];
            foreach (var after in afters)
            {
                var plan = await side.ManyAsync("EXPLAIN " + table.Select("t.account", "'org-1'", after) + " LIMIT 10", row => row.Text(0));

                plan.ShouldAllBe(step => !step.Contains("Seq Scan") && !step.Contains("Sort"), string.Join("\n", plan));
            }
        }
    }

    private static (string Table, string Column, string Type, long Key) ReadColumn(IRow row) =>
        (row.Text(0), row.Text(1), row.Text(2), row.Number(3));

    private static bool IsCopied((string Table, string Column, string Type, long Key) column) => !NotCopied.Contains(column.Table);

    private static IEnumerable<(string Table, string Column, string Type, long Key)> Expected(Func<Column, string> type) =>
        from table in StoreTables.All.OrderBy(table => table.Name, StringComparer.Ordinal)
        from column in table.Columns
        select (table.Name, column.Name, type(column), Place(table, column));

    /// <summary>Its place in the primary key, from 1; the account is the first, but where a key is unique in all accounts.</summary>
    private static long Place(Table table, Column column)
    {
        List<string> key = [.. table.Columns.Take(1).Select(first => first.Name), .. table.Key.Select(next => next.Name)];
        return key.Distinct().ToList().IndexOf(column.Name) + 1;
    }
}
