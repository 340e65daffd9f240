using Roster.Server.Composition;
using Roster.Storage.Postgres;
using Roster.Testing.Postgres;

namespace Roster.Testing.Stores;

/// <summary>A database of its own in the PostgreSQL that the tests of this process share.</summary>
internal sealed class PostgresTestStore : TestStore
{
    private readonly PostgresCluster _cluster;
    private readonly string _connection;

    private PostgresTestStore(PostgresCluster cluster, string connection) => (_cluster, _connection) = (cluster, connection);

    public override string Address => "postgres:" + _connection;

    public static async Task<PostgresTestStore> NewAsync()
    {
        var cluster = await PostgresCluster.SharedAsync();
        return new(cluster, await cluster.CreateDatabaseAsync());
    }

    public override async Task<OpenStore> OpenAsync(TimeProvider clock)
    {
        var options = new PostgresOptions { Connection = _connection, ClockIsGiven = true };
        return OpenStore.Of(await PostgresStore.OpenAsync(options, clock, CancellationToken.None));
    }

    public override async ValueTask DisposeAsync() => await _cluster.DropDatabaseAsync(_connection);
}
