using Npgsql;
using Roster.Storage.Postgres;

namespace Roster.Tests.Storage.Conformance.Postgres.Sharding;

/// <summary>What the catalog says of the tables, and what of it would keep them from being distributed by their account.</summary>
internal static class Tables
{
    private const string Ours = "relnamespace = 'public'::regnamespace";

    /// <summary>Of a table's keys and indexes, each with its first column.</summary>
    private const string Keys =
        $"""
        SELECT t.relname, i.relname, a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || ' ' || coalesce(c.collname, '')
        FROM pg_index x
            JOIN pg_class t ON t.oid = x.indrelid
            JOIN pg_class i ON i.oid = x.indexrelid
            LEFT JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = x.indkey[0]
            LEFT JOIN pg_collation c ON c.oid = x.indcollation[0]
        WHERE t.{Ours}
        """;

    /// <summary>What is evaluated, counted or referred to beyond the account's own rows.</summary>
    private const string Extras =
        $"""
        SELECT relname, 'no primary key' FROM pg_class c
            WHERE {Ours} AND relkind IN ('r', 'p') AND NOT EXISTS (SELECT 1 FROM pg_index WHERE indrelid = c.oid AND indisprimary)
        UNION ALL SELECT relname, 'is a sequence' FROM pg_class WHERE {Ours} AND relkind = 'S'
        UNION ALL SELECT relname, 'is a ' || relkind::text FROM pg_class WHERE {Ours} AND relkind NOT IN ('r', 'i', 'S')
        UNION ALL SELECT relname, 'has trigger ' || tgname FROM pg_trigger JOIN pg_class c ON c.oid = tgrelid
            WHERE c.{Ours} AND NOT tgisinternal
        UNION ALL SELECT relname, 'has rule ' || rulename FROM pg_rewrite JOIN pg_class c ON c.oid = ev_class WHERE c.{Ours}
        UNION ALL SELECT relname, 'has foreign key ' || conname FROM pg_constraint JOIN pg_class c ON c.oid = conrelid
            WHERE c.{Ours} AND contype = 'f'
        UNION ALL SELECT relname, 'has a default for ' || attname FROM pg_attrdef JOIN pg_class c ON c.oid = adrelid
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = adnum WHERE c.{Ours}
        """;

    /// <summary>The column that hashes: it must be of one type and one collation everywhere, or equal accounts part.</summary>
    private const string TheAccount = "account text C";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static Task<List<string>> NamesAsync(NpgsqlConnection database) =>
        ManyAsync(database, $"SELECT relname FROM pg_class WHERE {Ours} AND relkind IN ('r', 'p')", row => row.GetString(0));

    public static async Task<IReadOnlyList<string>> ComplaintsAsync(NpgsqlConnection database)
    {
        var keys = await ManyAsync(
            database, Keys, row => (Table: row.GetString(0), Index: row.GetString(1), First: row.GetValue(2) as string));
        var extras = await ManyAsync(database, Extras, row => $"{row.GetString(0)} {row.GetString(1)}");
        return
        [
            .. extras,
            .. from key in keys
               where key.First != TheAccount && !Distribution.ReferenceTables.ContainsKey(key.Table)
               select $"{key.Table} has {key.Index}, which begins with '{key.First}'",
        ];
    }

    private static async Task<List<T>> ManyAsync<T>(NpgsqlConnection database, string text, Func<NpgsqlDataReader, T> read)
    {
        await using var command = new NpgsqlCommand(text, database);
        await using var rows = await command.ExecuteReaderAsync(Token);
        var all = new List<T>();
        while (await rows.ReadAsync(Token))
        {
            all.Add(read(rows));
        }

        return all;
    }
}
