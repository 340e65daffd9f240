using Npgsql;

namespace Roster.Storage.Postgres;

/// <summary>What an error of the database means for who waits.</summary>
internal static class PostgresFaults
{
    /// <summary>Nobody is at the other end, or nobody that would answer again: what was under way there is not known.</summary>
    public static bool LosesConnection(Exception exception) => exception switch
    {
        // A server that takes no writes any more is another's standby now: the primary is to be looked for.
        PostgresException error => error.InvariantSeverity is "FATAL" or "PANIC"
            || error.SqlState.StartsWith("08", StringComparison.Ordinal)
            || error.SqlState == PostgresErrorCodes.ReadOnlySqlTransaction,
        NpgsqlException or IOException or TimeoutException => true,
        _ => false,
    };

    /// <summary>Another try may succeed: nobody's statement was wrong.</summary>
    public static bool MayPass(Exception exception) =>
        LosesConnection(exception)
        || IsCollision(exception)
        || (exception is PostgresException error && (error.IsTransient || IsLack(error)));

    /// <summary>It came from outside: those who shared the transaction may share the next one too.</summary>
    public static bool IsNobodys(Exception exception) => LosesConnection(exception) || IsCollision(exception);

    /// <summary>Somebody else held a lock for too long.</summary>
    public static bool IsLocked(Exception exception) => exception is PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable };

    /// <summary>The server is there and does not let us in: wrong password, no such role or database.</summary>
    public static bool ShutsOut(Exception exception) =>
        exception is PostgresException error
        && (error.SqlState.StartsWith("28", StringComparison.Ordinal) || error.SqlState == PostgresErrorCodes.InvalidCatalogName);

    /// <summary>Why, in one line, for a person. Each of several hosts has a reason of its own.</summary>
    public static string Describe(Exception exception) => exception switch
    {
        PostgresException error => error.MessageText,
        AggregateException { InnerExceptions: var all } => string.Join("; ", all.Select(Describe).Distinct()),
        { InnerException: AggregateException all } => Describe(all),
        { InnerException: { } inner } when inner.Message != exception.Message => $"{exception.Message}: {Describe(inner)}",
        _ => exception.Message,
    };

    private static bool IsCollision(Exception exception) => IsLocked(exception)
        || exception is PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected };

    /// <summary>Disk full, out of memory, too many connections.</summary>
    private static bool IsLack(PostgresException error) => error.SqlState.StartsWith("53", StringComparison.Ordinal);
}
