using Npgsql;

namespace Roster.Storage.Postgres;

/// <summary>Spreads the tables over the nodes of a Citus cluster, with the rows of an account on one node.</summary>
public static class Distribution
{
    /// <summary>Every key of theirs begins with the account. The others are placed where the first has its rows.</summary>
    internal static IReadOnlyList<string> AccountTables { get; } =
        ["accounts", "scopes", "users", "memberships", "role_groups", "keys", "invitations", "changes", "key_uses", "purges", "notes", "roles",
            "access_settings", "user_attributes", "resource_types", "resources", "user_terms"];

    /// <summary>The tables that no account has to itself, each with the reason. They are whole on every node.</summary>
    internal static IReadOnlyDictionary<string, string> ReferenceTables { get; } = new Dictionary<string, string>
    {
        ["key_accounts"] = "a key arrives without its account; here it is looked up",
        ["store"] = "about the whole instance, not about any account",
    };

    /// <summary>
    /// Makes the tables where there are none, distributes those that are not, and says what it does. Nobody may serve from the
    /// database meanwhile.
    /// </summary>
    /// <exception cref="StoreStartException">It is no Citus database, or one that was distributed otherwise.</exception>
    public static async Task RunAsync(string connection, TextWriter output, CancellationToken cancellationToken)
    {
        try
        {
            await using var database = new NpgsqlConnection(connection);
            await database.OpenAsync(cancellationToken);
            var citus = await CitusFacts.ReadAsync(database, cancellationToken);
            if (Problem(citus) is { } problem)
            {
                throw new StoreStartException(problem);
            }

            await PostgresSchema.ApplyAsync(database, cancellationToken);
            await RunAsync(database, Commands(citus), output, cancellationToken);
        }
        catch (NpgsqlException exception)
        {
            throw new StoreStartException($"The database could not be distributed: {exception.Message}", exception);
        }
    }

    /// <summary>Whether an account's rows are where its hash says; then a transaction is for one account, always.</summary>
    internal static async Task<bool> IsDistributedAsync(NpgsqlConnection database, CancellationToken cancellationToken) =>
        (await CitusFacts.PlacesAsync(database, cancellationToken)).Any(place => place.Table == AccountTables[0] && place.Column is not null);

    /// <summary>One statement each: Citus takes no two in one string.</summary>
    internal static IReadOnlyList<string> Commands(CitusFacts citus) =>
    [
        .. AccountTables.Where(citus.IsNotPlaced).Select(Distribute),
        .. ReferenceTables.Keys.Where(citus.IsNotPlaced).Select(table => $"SELECT create_reference_table('{table}')"),
    ];

    /// <summary>Why the commands would fail or do harm, and what to do about it.</summary>
    internal static string? Problem(CitusFacts citus)
    {
        if (!citus.IsInstalled)
        {
            return
                """
                This PostgreSQL server does not have the extension 'citus'. On the coordinator and on every worker:
                  install Citus for this release of PostgreSQL (https://docs.citusdata.com)
                  ALTER SYSTEM SET shared_preload_libraries = 'citus'
                  restart PostgreSQL
                  CREATE EXTENSION citus, in the database of the same name
                then on the coordinator, in this database:
                  SELECT citus_set_coordinator_host('<this host>', 5432)
                  SELECT citus_add_node('<worker>', 5432), for each worker
                and run 'roster-server store distribute' again.
                """;
        }

        if (!citus.IsCreated)
        {
            return
                """
                Citus is installed on this server, but this database does not use it. Here and on every worker, in the database of the same name:
                  CREATE EXTENSION citus
                then here:
                  SELECT citus_set_coordinator_host('<this host>', 5432)
                  SELECT citus_add_node('<worker>', 5432), for each worker
                and run 'roster-server store distribute' again.
                """;
        }

        return citus.Places.FirstOrDefault(place => IsOtherwise(place, citus)) is { } other
            ? $"'{other.Table}' was distributed in another way than Roster does it. SELECT undistribute_table('{other.Table}') takes that back."
            : null;
    }

    private static string Distribute(string table) => table == AccountTables[0]
        ? $"SELECT create_distributed_table('{table}', 'account')"
        : $"SELECT create_distributed_table('{table}', 'account', colocate_with => '{AccountTables[0]}')";

    private static bool IsOtherwise(CitusPlace place, CitusFacts citus) =>
        AccountTables.Contains(place.Table)
            ? place.Column != "account" || place.Colocation != citus.Places.FirstOrDefault(it => it.Table == AccountTables[0])?.Colocation
            : ReferenceTables.ContainsKey(place.Table) && place.Column is not null;

    private static async Task RunAsync(
        NpgsqlConnection database, IReadOnlyList<string> commands, TextWriter output, CancellationToken cancellationToken)
    {
        foreach (var text in commands)
        {
            // All rows of the table may have to move.
            await output.WriteLineAsync(text);
            await using var command = new NpgsqlCommand(text, database) { CommandTimeout = 0 };
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        await output.WriteLineAsync(commands.Count == 0
            ? "All tables were distributed already; nothing was done."
            : $"Distributed {commands.Count} tables by their account. Restart every server process on this database.");
    }
}
