using Npgsql;

namespace Roster.Storage.Postgres;

/// <summary>Where Citus has a table's rows.</summary>
/// <param name="Column">What decides on the node; null where the table is whole on every node.</param>
/// <param name="Colocation">Tables with the same number have the rows of the same account together.</param>
internal sealed record CitusPlace(string Table, string? Column, int Colocation);

/// <summary>What a database's catalog says of Citus.</summary>
/// <param name="IsInstalled">On the server, for any database of it.</param>
/// <param name="IsCreated">In this database.</param>
internal sealed record CitusFacts(bool IsInstalled, bool IsCreated, IReadOnlyList<CitusPlace> Places)
{
    private const string HasCatalog = "SELECT to_regclass('pg_dist_partition') IS NOT NULL";

    private const string HasExtension = "SELECT EXISTS (SELECT 1 FROM pg_available_extensions WHERE name = 'citus')";

    /// <summary>Without the tables that Citus knows but leaves whole where they are.</summary>
    private const string PlacedTables =
        """
        SELECT c.relname, CASE p.partmethod WHEN 'h' THEN column_to_column_name(p.logicalrelid, p.partkey) END, p.colocationid
        FROM pg_dist_partition p JOIN pg_class c ON c.oid = p.logicalrelid
        WHERE (p.partmethod = 'h' OR p.repmodel = 't') AND pg_table_is_visible(c.oid)
        ORDER BY c.relname
        """;

    public bool IsNotPlaced(string table) => Places.All(place => place.Table != table);

    public static async Task<CitusFacts> ReadAsync(NpgsqlConnection database, CancellationToken cancellationToken)
    {
        var isCreated = await IsTrueAsync(database, HasCatalog, cancellationToken);
        var isInstalled = isCreated || await IsTrueAsync(database, HasExtension, cancellationToken);
        return new(isInstalled, isCreated, await PlacesAsync(database, cancellationToken));
    }

    /// <summary>None on a PostgreSQL without Citus.</summary>
    public static async Task<IReadOnlyList<CitusPlace>> PlacesAsync(NpgsqlConnection database, CancellationToken cancellationToken)
    {
        var places = new List<CitusPlace>();
        if (await IsTrueAsync(database, HasCatalog, cancellationToken))
        {
            await using var command = new NpgsqlCommand(PlacedTables, database);
            await using var rows = await command.ExecuteReaderAsync(cancellationToken);
            while (await rows.ReadAsync(cancellationToken))
            {
                places.Add(new(rows.GetString(0), rows.GetValue(1) as string, rows.GetInt32(2)));
            }
        }

        return places;
    }

    private static async Task<bool> IsTrueAsync(NpgsqlConnection database, string question, CancellationToken cancellationToken) =>
        await database.ValueAsync(question, cancellationToken) is true;
}
