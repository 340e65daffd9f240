using System.Diagnostics;
using Npgsql;
using Roster.Storage.Postgres;
using Roster.Testing.Postgres;

namespace Roster.Tests.Storage.Conformance.Postgres;

/// <summary>The replica is a copy of the database: one that has not got on since.</summary>
public sealed class PostgresReplicaTests
{
    private static readonly AccountId Account = new("org-1");
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    [Fact]
    public async Task It_answers_what_names_a_revision_that_it_knows()
    {
        var (database, replica) = await CreateAsync();
        await using var store = await OpenAsync(database, replica);
        var known = await store.RevisionAsync(Account);
        await store.AddUserAsync(Account, "user-2");

        (await UsersAsync(store, atLeast: known)).ShouldBe(1);
        (await UsersAsync(store, atLeast: known + 1)).ShouldBe(2);
        (await UsersAsync(store, atLeast: 0)).ShouldBe(2);
    }

    [Fact]
    public async Task One_of_another_epoch_answers_nothing()
    {
        var (database, replica) = await CreateAsync();
        await using (var source = NpgsqlDataSource.Create(replica))
        {
            await using var command = source.CreateCommand("UPDATE store SET value = 'another' WHERE name = 'epoch'");
            await command.ExecuteNonQueryAsync();
        }

        await using var store = await OpenAsync(database, replica);
        var known = await store.RevisionAsync(Account);
        await store.AddUserAsync(Account, "user-2");

        (await UsersAsync(store, atLeast: known)).ShouldBe(2);
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Username=roster;Database=gone")]
    [InlineData(null)]
    public async Task One_that_is_gone_or_has_no_tables_costs_no_answer_and_is_not_waited_for_again_and_again(string? gone)
    {
        var (database, _) = await CreateAsync();
        await using var store = await OpenAsync(database, gone ?? await (await PostgresCluster.SharedAsync()).CreateDatabaseAsync());
        var known = await store.RevisionAsync(Account);
        var asking = Stopwatch.StartNew();

        for (var i = 0; i < 20; i++)
        {
            (await UsersAsync(store, atLeast: known)).ShouldBe(1);
        }

        asking.Elapsed.ShouldBeLessThan(3 * Patience);
    }

    [Fact]
    public async Task One_that_comes_back_is_asked_again()
    {
        var (database, replica) = await CreateAsync();
        var there = new NpgsqlConnectionStringBuilder(replica).Database;
        var admin = (await PostgresCluster.SharedAsync()).Admin;
        await RunAsync(admin, $"ALTER DATABASE {there} RENAME TO {there}_away");
        await using var store = await OpenAsync(database, replica);
        var known = await store.RevisionAsync(Account);
        await store.AddUserAsync(Account, "user-2");
        (await UsersAsync(store, atLeast: known)).ShouldBe(2);

        await RunAsync(admin, $"ALTER DATABASE {there}_away RENAME TO {there}");

        for (var waiting = Stopwatch.StartNew(); await UsersAsync(store, atLeast: known) != 1;)
        {
            waiting.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30));
        }
    }

    /// <summary>A database with an account and a user, and its replica.</summary>
    private static async Task<(string Database, string Replica)> CreateAsync()
    {
        var cluster = await PostgresCluster.SharedAsync();
        var database = await cluster.CreateDatabaseAsync();
        await using (var store = await OpenAsync(database, null))
        {
            await store.OpenAccountAsync(Account);
            await store.AddUserAsync(Account, "user-1");
        }

        var replica = new NpgsqlConnectionStringBuilder(database);
        replica.Database += "_replica";
        await RunAsync(
            cluster.Admin, $"CREATE DATABASE {replica.Database} TEMPLATE {new NpgsqlConnectionStringBuilder(database).Database} OWNER {replica.Username}");
        return (database, replica.ConnectionString);
    }

    private static Task<PostgresStore> OpenAsync(string database, string? replica) => PostgresStore.OpenAsync(
        new() { Connection = database, Replica = replica, Readers = 2, Lanes = 2, Patience = Patience }, TimeProvider.System, CancellationToken.None);

    private static async Task<int> UsersAsync(PostgresStore store, long atLeast)
    {
        var outcome = await store.ReadAsync<int>(
            Account,
            atLeast,
            async reads => (await reads.UsersAsync(null, new Page(0, 10))).Items.Count,
            CancellationToken.None);
        outcome.Revision.ShouldBeGreaterThanOrEqualTo(atLeast);
        return outcome.Value;
    }

    private static async Task RunAsync(NpgsqlDataSource source, string statement)
    {
        await using var command = source.CreateCommand(statement);
        await command.ExecuteNonQueryAsync();
    }
}
