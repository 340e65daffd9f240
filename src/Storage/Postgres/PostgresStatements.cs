namespace Roster.Storage.Postgres;

/// <summary>What only this engine says.</summary>
internal static class PostgresStatements
{
    public const string BeginReading = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

    public const string BeginWriting = "BEGIN ISOLATION LEVEL READ COMMITTED";

    public const string Commit = "COMMIT";

    public const string Rollback = "ROLLBACK";

    /// <summary>Locks and reads nothing else: what a rule reads comes in later statements, or it would be older than the wait.</summary>
    public const string Lock = "SELECT 1 FROM accounts WHERE account = $1 FOR UPDATE";

    /// <summary>No row where somebody else has the lock. Whoever holds locks already must not wait for another.</summary>
    public const string LockOrSkip = $"{Lock} SKIP LOCKED";

    public const string FindToken = "SELECT 1 FROM changes WHERE account = $1 AND token = $2";

    public const string FindNote = "SELECT 1 FROM notes WHERE account = $1 AND name = $2 AND content = $3";

    public const string Clock = "SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint";

    /// <summary>
    /// Which history this is: the cluster, its timeline, the database, the table. A failover begins another, and so does a dump
    /// that is restored, be it into the same database.
    /// </summary>
    public const string History =
        """
        SELECT concat_ws('/',
            (SELECT system_identifier FROM pg_control_system()),
            substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8),
            (SELECT oid FROM pg_database WHERE datname = current_database()),
            'store'::regclass::oid)
        """;

    public const string StoreValue = "SELECT value FROM store WHERE name = $1";

    public const string SetStoreValue =
        "INSERT INTO store (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value";

    public const string DeleteStoreValue = "DELETE FROM store WHERE name = $1";
}
