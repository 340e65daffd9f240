using Npgsql;
using Roster.Testing.Postgres;

namespace Roster.Tests.Storage.Conformance.Postgres;

/// <summary>The server that all tests on PostgreSQL lean on.</summary>
public sealed class PostgresClusterTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_database_is_new_and_empty()
    {
        var cluster = await PostgresCluster.SharedAsync();
        var connections = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => cluster.CreateDatabaseAsync()));

        await Task.WhenAll(connections.Select(connection => RunAsync(connection, "CREATE TABLE t (n int)")));

        connections.ShouldBeUnique();
        await Task.WhenAll(connections.Select(cluster.DropDatabaseAsync));
    }

    [Fact]
    public async Task Text_is_compared_by_its_bytes_and_the_user_is_no_superuser()
    {
        var cluster = await PostgresCluster.SharedAsync();
        var connection = await cluster.CreateDatabaseAsync();

        (await AskAsync(connection, "SELECT 'Z' < 'a' AND 'z' < 'é'")).ShouldBe(true);
        (await AskAsync(connection, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user")).ShouldBe(false);
        (await AskAsync(connection, "SHOW server_encoding")).ShouldBe("UTF8");
    }

    [Fact]
    public async Task It_is_reached_over_the_network_too()
    {
        var cluster = await PostgresCluster.SharedAsync();
        var connection = new NpgsqlConnectionStringBuilder(await cluster.CreateDatabaseAsync()) { Host = "127.0.0.1" };

        (await AskAsync(connection.ConnectionString, "SELECT inet_server_addr() IS NOT NULL")).ShouldBe(true);
    }

    [Fact]
    public async Task What_was_committed_survives_a_crash_and_a_stop()
    {
        await using var cluster = await PostgresCluster.StartAsync(("max_connections", "20"));
        var connection = await cluster.CreateDatabaseAsync();
        (await AskAsync(connection, "SHOW max_connections")).ShouldBe("20");
        await RunAsync(connection, "CREATE TABLE t (n int); INSERT INTO t VALUES (7)");

        await cluster.RestartImmediateAsync();
        (await AskAsync(connection, "SELECT n FROM t")).ShouldBe(7);

        await cluster.StopAsync();
        await Should.ThrowAsync<NpgsqlException>(() => RunAsync(connection, "SELECT 1"));
        await cluster.StartAgainAsync();
        (await AskAsync(connection, "SELECT n FROM t")).ShouldBe(7);
        await cluster.CreateDatabaseAsync();
    }

    [Fact]
    public async Task Nothing_is_left_of_one_that_is_disposed()
    {
        var cluster = await PostgresCluster.StartAsync();
        var (folder, connection) = (cluster.Folder, await cluster.CreateDatabaseAsync());
        await RunAsync(connection, "SELECT 1");

        await cluster.DisposeAsync();

        Directory.Exists(folder).ShouldBeFalse();
        await Should.ThrowAsync<NpgsqlException>(() => RunAsync(connection, "SELECT 1"));
    }

    [Fact]
    public async Task One_that_cannot_start_says_why_and_leaves_nothing()
    {
        var error = await Should.ThrowAsync<InvalidOperationException>(() => PostgresCluster.StartAsync(("shared_buffers", "a lot")));

        error.Message.ShouldContain("shared_buffers");
    }

    private static async Task RunAsync(string connection, string statements) => await AskAsync(connection, statements);

    // Without a pool, whose idle connections a stopped server would break.
    private static async Task<object?> AskAsync(string connection, string question)
    {
        await using var open = new NpgsqlConnection(connection + ";Pooling=false");
        await open.OpenAsync(Token);
        await using var command = new NpgsqlCommand(question, open);
        return await command.ExecuteScalarAsync(Token);
    }
}
