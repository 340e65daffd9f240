using Roster.Storage.Sql.Reads;
using SQLitePCL;

namespace Roster.Storage.Sqlite;

/// <summary>Opens connections to the database, every one with the settings that the store relies on.</summary>
internal sealed class SqliteFile(SqliteOptions options)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public string Path { get; } = System.IO.Path.GetFullPath(options.File);

    /// <summary>SQLite gives the files beside the database (-wal, -shm) the database's own mode.</summary>
    public static void Create(string path)
    {
        using var file = new FileStream(path, NewFile());
    }

    public static FileStreamOptions NewFile()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        return options;
    }

    public void EnsureFolder()
    {
        var folder = System.IO.Path.GetDirectoryName(Path)!;
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
        }
    }

    public void EnsureExists()
    {
        if (!File.Exists(Path))
        {
            Create(Path);
        }
    }

    /// <summary>Takes the file for this process, brings its tables up to date, and does what else is to be done before it is used.</summary>
    /// <exception cref="StoreStartException">
    /// Another process owns the file, its tables are newer than this program, or it cannot be read and written.
    /// </exception>
    public T Take<T>(Func<FileOwnership, SqliteConnection, T> use)
    {
        FileOwnership? ownership = null;
        SqliteConnection? connection = null;
        try
        {
            EnsureFolder();
            ownership = FileOwnership.Take(Path);
            EnsureExists();
            connection = OpenWriter();
            SqliteSchema.Apply(connection, Path);
            return use(ownership, connection);
        }
        catch (Exception exception)
        {
            connection?.Dispose();
            ownership?.Dispose();
            if (exception is SqliteException or IOException or UnauthorizedAccessException)
            {
                throw new StoreStartException($"The database '{Path}' cannot be opened: {exception.Message}", exception);
            }

            throw;
        }
    }

    public SqliteConnection OpenWriter()
    {
        var connection = SqliteConnection.Open(Path, raw.SQLITE_OPEN_READWRITE);
        try
        {
            if (connection.One("PRAGMA journal_mode = WAL", Rows.Text) != "wal")
            {
                throw new StoreStartException($"The file system of '{Path}' cannot hold a database in WAL mode.");
            }

            connection.Run(
                $"""
                PRAGMA synchronous = {(int)options.Synchronous};
                PRAGMA wal_autocheckpoint = 0;
                PRAGMA foreign_keys = OFF;
                PRAGMA temp_store = MEMORY;
                PRAGMA cache_size = -65536;
                """);
            if (options.MaxPages > 0)
            {
                connection.Run($"PRAGMA max_page_count = {options.MaxPages}");
            }

            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public SqliteConnection OpenReader()
    {
        var connection = SqliteConnection.Open(Path, raw.SQLITE_OPEN_READONLY);
        try
        {
            // The most that SQLite maps: a page that is in memory anyway then costs a reader no call.
            connection.Run(
                """
                PRAGMA foreign_keys = OFF;
                PRAGMA temp_store = MEMORY;
                PRAGMA cache_size = -8192;
                PRAGMA mmap_size = 2147418112;
                """);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
