namespace Roster.Storage.Sqlite;

/// <summary>
/// An operating-system lock on a file beside the database. It dies with the process, however that ends, and the file is never
/// deleted: who deletes it lets a third process lock a new file of that name while a second still holds the old one.
/// </summary>
internal sealed class FileOwnership : IDisposable
{
    private readonly FileStream _lock;

    private FileOwnership(FileStream held) => _lock = held;

    /// <exception cref="StoreStartException">Another process owns the database.</exception>
    public static FileOwnership Take(string database)
    {
        var file = database + ".lock";
        try
        {
            return new(new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException exception) when (File.Exists(file))
        {
            throw new StoreStartException(
                $"The database '{database}' is in use: another process holds '{file}'. One process owns a SQLite database; stop the other first.",
                exception);
        }
    }

    public void Dispose() => _lock.Dispose();
}
