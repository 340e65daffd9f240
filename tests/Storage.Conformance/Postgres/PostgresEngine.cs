using Roster.Testing.Postgres;

namespace Roster.Tests.Storage.Conformance.Postgres;

/// <summary>Databases of their own in the PostgreSQL that the tests of this process share.</summary>
public sealed class PostgresEngine : StoreEngine
{
    public override async Task<StoreDatabase> CreateAsync(TestClock clock)
    {
        var cluster = await PostgresCluster.SharedAsync();
        var database = new PostgresDatabase(clock, cluster, await cluster.CreateDatabaseAsync());
        await database.OpenAsync();
        return database;
    }
}
