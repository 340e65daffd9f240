using System.Diagnostics;
using Npgsql;
using Roster.Testing.Postgres;

namespace Roster.Tests.Server.Postgres;

/// <summary>A database at a primary, and a standby that streams it.</summary>
internal sealed class Replication : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private Replication(PostgresCluster primary, PostgresCluster standby, string connection) =>
        (Primary, Standby, Connection) = (primary, standby, connection);

    public PostgresCluster Primary { get; }

    public PostgresCluster Standby { get; }

    /// <summary>To the primary.</summary>
    public string Connection { get; }

    public string ToStandby => Standby.Here(Connection);

    /// <summary>To whichever of them is the primary; the first is asked first.</summary>
    public string ToBoth => new NpgsqlConnectionStringBuilder(Connection)
    {
        Host = $"127.0.0.1:{Primary.Port},127.0.0.1:{Standby.Port}",
    }.ConnectionString;

    public static async Task<Replication> StartAsync()
    {
        var primary = await PostgresCluster.StartAsync([.. PostgresCluster.Streaming]);
        try
        {
            var connection = await primary.CreateDatabaseAsync();
            return new(primary, await primary.StandbyAsync(), connection);
        }
        catch
        {
            await primary.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits until the standby shows all that the primary has.</summary>
    public async Task CatchUpAsync()
    {
        var written = (string)(await AskAsync(Primary, "SELECT pg_current_wal_lsn()::text"))!;
        await WaitAsync(Standby, $"SELECT pg_last_wal_replay_lsn() >= '{written}'::pg_lsn");
    }

    /// <summary>The standby stays where it is from here on.</summary>
    public async Task PauseAsync()
    {
        await CatchUpAsync();
        await AskAsync(Standby, "SELECT pg_wal_replay_pause()");
        await WaitAsync(Standby, "SELECT pg_get_wal_replay_pause_state() = 'paused'");
    }

    public async Task ResumeAsync()
    {
        await AskAsync(Standby, "SELECT pg_wal_replay_resume()");
        await CatchUpAsync();
    }

    /// <summary>What the primary writes from here on never reaches the standby.</summary>
    public async Task SeverAsync()
    {
        await CatchUpAsync();
        await AskAsync(Standby, "ALTER SYSTEM SET primary_conninfo = ''");
        await AskAsync(Standby, "SELECT pg_reload_conf()");
        await WaitAsync(Primary, "SELECT NOT EXISTS (SELECT FROM pg_stat_replication)");
    }

    public static async Task WaitAsync(PostgresCluster cluster, string condition)
    {
        for (var waiting = Stopwatch.StartNew(); await AskAsync(cluster, condition) is not true;)
        {
            waiting.Elapsed.ShouldBeLessThan(Patience, condition);
        }
    }

    public static async Task<object?> AskAsync(PostgresCluster cluster, string question)
    {
        await using var command = cluster.Admin.CreateCommand(question);
        return await command.ExecuteScalarAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Standby.DisposeAsync();
        await Primary.DisposeAsync();
    }
}
