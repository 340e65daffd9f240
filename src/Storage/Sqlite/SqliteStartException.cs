namespace Roster.Storage.Sqlite;

/// <summary>The database cannot be opened as it is; the message says what to do about it.</summary>
public sealed class SqliteStartException : Exception
{
    public SqliteStartException()
    {
    }

    public SqliteStartException(string message)
        : base(message)
    {
    }

    public SqliteStartException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
