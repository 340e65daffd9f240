using Npgsql;
using Roster.Testing.Postgres;

namespace Roster.Tests.Server.Postgres.Faults;

/// <summary>The database cannot be reached, in each way that there is. The server stays, says so, and goes on by itself.</summary>
public sealed class AwayTests
{
    [Fact]
    public async Task A_database_that_is_down()
    {
        await using var cluster = await PostgresCluster.StartAsync();
        await using var server = await ImpatientServer.StartAsync(await cluster.CreateDatabaseAsync());

        await cluster.StopAsync();
        await server.ShouldBeUnavailableAsync();

        await cluster.StartAgainAsync();
        await server.ShouldServeAgainAsync("back@example.com");
    }

    [Fact]
    public async Task A_database_that_stands_still()
    {
        await using var cluster = await PostgresCluster.StartAsync();
        await using var server = await ImpatientServer.StartAsync(await cluster.CreateDatabaseAsync());
        await server.ShouldServeAgainAsync("before@example.com");

        using (new FrozenPostgres(cluster))
        {
            await server.ShouldBeUnavailableAsync();
        }

        await server.ShouldServeAgainAsync("back@example.com");
    }

    [Fact]
    public async Task A_database_without_a_connection_left()
    {
        await using var cluster = await PostgresCluster.StartAsync(("max_connections", "12"), ("superuser_reserved_connections", "0"));
        var connection = await cluster.CreateDatabaseAsync();
        await using var server = await ImpatientServer.StartAsync(connection);

        // While the server is kept out, others take all that there are.
        await ExecuteAsync(cluster, "ALTER ROLE roster CONNECTION LIMIT 0");
        await ExecuteAsync(cluster, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'roster'");
        var holders = await TakeAllAsync(cluster);
        await ExecuteAsync(holders[0], "ALTER ROLE roster CONNECTION LIMIT -1");
        await server.ShouldBeUnavailableAsync();

        foreach (var holder in holders)
        {
            await holder.DisposeAsync();
        }

        await server.ShouldServeAgainAsync("back@example.com");
    }

    private static async Task<List<NpgsqlConnection>> TakeAllAsync(PostgresCluster cluster)
    {
        var settings = new NpgsqlConnectionStringBuilder(cluster.Admin.ConnectionString) { Pooling = false };
        var taken = new List<NpgsqlConnection>();
        while (true)
        {
            var connection = new NpgsqlConnection(settings.ConnectionString);
            try
            {
                await connection.OpenAsync();
                taken.Add(connection);
            }
            catch (PostgresException error) when (error.SqlState == PostgresErrorCodes.TooManyConnections)
            {
                await connection.DisposeAsync();
                return taken;
            }
        }
    }

    private static async Task ExecuteAsync(PostgresCluster cluster, string statement)
    {
        await using var command = cluster.Admin.CreateCommand(statement);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string statement)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }
}
