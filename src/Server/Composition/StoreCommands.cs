using Roster.Storage;
using Roster.Storage.Postgres;
using Roster.Storage.Sqlite;

namespace Roster.Server.Composition;

/// <summary>What is done to a store without serving it.</summary>
internal static class StoreCommands
{
    public static async Task<int> BackUpAsync(StoreAddress store, string file)
    {
        if (store is not SqliteAddress sqlite)
        {
            return Ending.Refuse(
                Ending.Misused,
                "'backup' copies a SQLite file. PostgreSQL has its own tools, pg_dump and pg_basebackup; docs/stores/postgres.md tells how.");
        }

        await SqliteBackup.RunAsync(sqlite.File, file, CancellationToken.None);
        return Ending.Say($"Copied '{sqlite.File}' to '{file}'.");
    }

    public static async Task<int> DistributeAsync(StoreAddress store)
    {
        if (store is not PostgresAddress postgres)
        {
            return Ending.Refuse(
                Ending.Misused, $"'store distribute' is for PostgreSQL with Citus, and {Setting.Store.Variable} names another store.");
        }

        await Distribution.RunAsync(postgres.Connection, Console.Out, CancellationToken.None);
        return Ending.Done;
    }
}
