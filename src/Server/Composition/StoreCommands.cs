using Roster.Storage;
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
}
