using SQLitePCL;

namespace Roster.Storage.Sqlite;

/// <summary>
/// Copies a database while its server runs, from any process. The copy is one snapshot, is marked so that its first start
/// renews the epoch, and appears under its name only when it is whole and on the disk.
/// </summary>
public static class SqliteBackup
{
    private const int PagesAtOnce = 1_024;

    /// <exception cref="StoreStartException">There is no such database, or the target exists.</exception>
    public static Task RunAsync(string sourceFile, string targetFile, CancellationToken cancellationToken) =>
        Task.Run(() => Run(Path.GetFullPath(sourceFile), Path.GetFullPath(targetFile), cancellationToken), cancellationToken);

    private static void Run(string source, string target, CancellationToken cancellationToken)
    {
        if (!File.Exists(source))
        {
            throw new StoreStartException($"There is no database '{source}'.");
        }

        if (File.Exists(target))
        {
            throw new StoreStartException($"'{target}' exists already; a backup replaces nothing.");
        }

        var partial = $"{target}.{Guid.NewGuid():N}.partial";
        try
        {
            SqliteFile.Create(partial);
            Copy(source, partial, cancellationToken);
            FileSync.Flush(partial);
            File.Move(partial, target, overwrite: false);
            FileSync.Flush(Path.GetDirectoryName(target)!);
        }
        catch (SqliteException exception)
        {
            throw new StoreStartException($"'{source}' could not be copied: {exception.Message}", exception);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    private static void Copy(string source, string target, CancellationToken cancellationToken)
    {
        using var from = SqliteConnection.Open(source, raw.SQLITE_OPEN_READONLY);
        using var to = SqliteConnection.Open(target, raw.SQLITE_OPEN_READWRITE);

        // With a snapshot of its own the copy need not begin again whenever somebody writes.
        from.Begin();
        from.Execute("SELECT 1 FROM store");
        var backup = raw.sqlite3_backup_init(to.Handle, "main", from.Handle, "main")
            ?? throw new SqliteException(raw.sqlite3_errcode(to.Handle), raw.sqlite3_errmsg(to.Handle).utf8_to_string());
        using (backup)
        {
            var result = raw.SQLITE_OK;
            while (result == raw.SQLITE_OK)
            {
                cancellationToken.ThrowIfCancellationRequested();
                result = raw.sqlite3_backup_step(backup, PagesAtOnce);
            }

            if (result != raw.SQLITE_DONE)
            {
                throw new SqliteException(result, raw.sqlite3_errstr(result).utf8_to_string());
            }
        }

        // Without its own write-ahead log the copy is one file.
        to.Run(
            """
            PRAGMA journal_mode = DELETE;
            INSERT INTO store (name, value) VALUES ('restored', '1') ON CONFLICT DO NOTHING;
            """);
    }
}
