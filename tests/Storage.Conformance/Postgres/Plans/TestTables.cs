using Npgsql;
using Roster.Storage.Postgres;
using Roster.Testing.Postgres;

namespace Roster.Tests.Storage.Conformance.Postgres.Plans;

/// <summary>Databases with the product's tables, without a store on them.</summary>
internal static class TestTables
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <returns>How to connect.</returns>
    public static async Task<string> CreateAsync()
    {
        var cluster = await PostgresCluster.SharedAsync();
        var connection = await cluster.CreateDatabaseAsync();
        await using var database = await OpenAsync(connection);
        await PostgresSchema.ApplyAsync(database, Token);
        return connection;
    }

    public static async Task<NpgsqlConnection> OpenAsync(string connection)
    {
        var database = new NpgsqlConnection(connection);
        await database.OpenAsync(Token);
        return database;
    }

    public static async Task RunAsync(string connection, string text)
    {
        await using var database = await OpenAsync(connection);
        await database.ExecuteAsync(text, Token);
    }
}
