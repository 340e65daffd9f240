using Npgsql;
using Roster.Storage.Postgres;
using Roster.Testing.Postgres;

namespace Roster.Tests.Storage.Conformance.Postgres.Following;

/// <summary>Two stores on one database, as two processes have them, each with somebody who follows.</summary>
internal sealed class TwoStores : IAsyncDisposable
{
    /// <summary>Longer than any test waits, as the machine may be busy with others.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly PostgresCluster _cluster;

    private TwoStores(PostgresCluster cluster, string connection, PostgresStore first, PostgresStore second)
    {
        (_cluster, Connection, First, Second) = (cluster, connection, first, second);
        First.Follow(AtFirst);
        Second.Follow(AtSecond);
    }

    public string Connection { get; }

    public PostgresStore First { get; }

    public PostgresStore Second { get; }

    public Recorder AtFirst { get; } = new();

    public Recorder AtSecond { get; } = new();

    /// <param name="before">What is done to the database before it is opened.</param>
    public static async Task<TwoStores> CreateAsync(params IReadOnlyList<string> before)
    {
        var cluster = await PostgresCluster.SharedAsync();
        var connection = await cluster.CreateDatabaseAsync();
        await using var source = NpgsqlDataSource.Create(connection);
        foreach (var statement in before)
        {
            await using var command = source.CreateCommand(statement);
            await command.ExecuteNonQueryAsync();
        }

        return new(cluster, connection, await OpenAsync(connection), await OpenAsync(connection));
    }

    public async ValueTask DisposeAsync()
    {
        await First.DisposeAsync();
        await Second.DisposeAsync();
        await _cluster.DropDatabaseAsync(Connection);
    }

    private static Task<PostgresStore> OpenAsync(string connection) => PostgresStore.OpenAsync(
        new() { Connection = connection, Patience = Patience }, TimeProvider.System, CancellationToken.None);
}
