using Npgsql;

namespace Roster.Storage.Postgres;

/// <summary>What one process at a time may do. A lock is the session's, and ends with it at the latest.</summary>
internal static class AdvisoryLock
{
    /// <summary>"Roster" in ASCII.</summary>
    public const long Schema = 0x526F_7374_6572;

    public const long FirstStart = Schema + 1;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Polled: one who waits in the lock itself would hold a snapshot, and block an index that is built beside writers.</summary>
    public static async Task TakeAsync(NpgsqlConnection connection, long key, CancellationToken cancellationToken)
    {
        while (await connection.ValueAsync($"SELECT pg_try_advisory_lock({key})", cancellationToken) is not true)
        {
            await Task.Delay(Pause, cancellationToken);
        }
    }

    public static Task ReleaseAsync(NpgsqlConnection connection, long key, CancellationToken cancellationToken) =>
        connection.ExecuteAsync($"SELECT pg_advisory_unlock({key})", cancellationToken);
}
