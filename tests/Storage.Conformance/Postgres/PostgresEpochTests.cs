using Npgsql;
using Roster.Storage.Postgres;
using Roster.Testing;
using Roster.Testing.Postgres;

namespace Roster.Tests.Storage.Conformance.Postgres;

/// <summary>Where revisions may be written again, the store has another epoch.</summary>
public sealed class PostgresEpochTests
{
    [Fact]
    public async Task A_restart_goes_on_in_the_same_epoch()
    {
        await using var cluster = await PostgresCluster.StartAsync();
        var database = await cluster.CreateDatabaseAsync();
        var epoch = await EpochAsync(database);

        await cluster.RestartImmediateAsync();

        (await EpochAsync(database)).ShouldBe(epoch);
    }

    [Fact]
    public async Task A_copy_of_the_database_in_the_same_cluster_has_an_epoch_of_its_own()
    {
        var cluster = await PostgresCluster.SharedAsync();
        var original = await cluster.CreateDatabaseAsync();
        var epoch = await EpochAsync(original);
        var copy = new NpgsqlConnectionStringBuilder(original);
        copy.Database += "_copy";

        await RunAsync(cluster.Admin, $"CREATE DATABASE {copy.Database} TEMPLATE {new NpgsqlConnectionStringBuilder(original).Database} OWNER {copy.Username}");

        var renewed = await EpochAsync(copy.ConnectionString);
        renewed.ShouldNotBe(epoch);
        (await EpochAsync(copy.ConnectionString)).ShouldBe(renewed);
        (await EpochAsync(original)).ShouldBe(epoch);
    }

    /// <summary>As a dump does that is restored over what is there: tables made anew, with the rows of then.</summary>
    [Fact]
    public async Task Tables_that_were_restored_in_place_have_another_epoch()
    {
        var database = await (await PostgresCluster.SharedAsync()).CreateDatabaseAsync();
        var epoch = await EpochAsync(database);
        await using (var source = NpgsqlDataSource.Create(database))
        {
            await RunAsync(source, "ALTER TABLE store RENAME TO dumped");
            await RunAsync(source, "CREATE TABLE store (LIKE dumped INCLUDING ALL)");
            await RunAsync(source, "INSERT INTO store SELECT * FROM dumped");
            await RunAsync(source, "DROP TABLE dumped");
        }

        (await EpochAsync(database)).ShouldNotBe(epoch);
    }

    [Fact]
    public async Task A_disk_that_was_copied_back_is_marked_by_hand()
    {
        var database = await (await PostgresCluster.SharedAsync()).CreateDatabaseAsync();
        var epoch = await EpochAsync(database);
        await using (var source = NpgsqlDataSource.Create(database))
        {
            await RunAsync(source, MarkInTheDocuments());
        }

        var renewed = await EpochAsync(database);
        renewed.ShouldNotBe(epoch);
        (await EpochAsync(database)).ShouldBe(renewed);
    }

    private static string MarkInTheDocuments() =>
        Repository.Lines("docs/stores/postgres.md").Single(line => line.Contains("INSERT INTO store", StringComparison.Ordinal));

    private static async Task<string> EpochAsync(string connection)
    {
        await using var store = await PostgresStore.OpenAsync(new() { Connection = connection }, TimeProvider.System, CancellationToken.None);
        return store.Epoch;
    }

    private static async Task RunAsync(NpgsqlDataSource source, string statement)
    {
        await using var command = source.CreateCommand(statement);
        await command.ExecuteNonQueryAsync();
    }
}
