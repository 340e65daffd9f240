using Npgsql;
using Roster.Core.Values;

namespace Roster.Storage.Postgres;

/// <summary>The database's clock, as this process follows it: all processes must tell the same time.</summary>
/// <param name="isGiven">For tests: the time provider is the database's clock.</param>
internal sealed class DatabaseClock(TimeProvider time, bool isGiven)
{
    private static readonly TimeSpan MostApart = TimeSpan.FromSeconds(1);
    private long _ahead;

    public Instant Now => new(Local + Interlocked.Read(ref _ahead));

    /// <summary>A process whose own clock is this far off is not ready: much beside the store goes by it.</summary>
    public bool IsNear => TimeSpan.FromMicroseconds(Math.Abs(Interlocked.Read(ref _ahead))) <= MostApart;

    private long Local => Instant.From(time.GetUtcNow()).Microseconds;

    /// <summary>Compares the clocks. What the round trip leaves in doubt changes nothing.</summary>
    public async Task CompareAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        if (isGiven)
        {
            return;
        }

        var before = Local;
        var theirs = (long)(await connection.ValueAsync(PostgresStatements.Clock, cancellationToken))!;
        var after = Local;
        var known = Interlocked.Read(ref _ahead);
        if (theirs - after > known || theirs - before < known)
        {
            Interlocked.Exchange(ref _ahead, theirs - before - ((after - before) / 2));
        }
    }
}
