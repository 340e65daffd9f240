using Roster.Storage.Postgres;
using Roster.Storage.Sqlite;

namespace Roster.Tests.Server.Requests;

[Collection(nameof(AbusedServer))]
public sealed class AbusedServerTests(AbusedServer server)
{
    /// <summary>Else a whole run would be about the other one, and nobody would see it.</summary>
    [Fact]
    public void Its_store_is_of_the_engine_that_this_run_is_about() => server.Roster.Store.ShouldBeOfType(
        Environment.GetEnvironmentVariable("ROSTER_TEST_STORE") == "postgres" ? typeof(PostgresStore) : typeof(SqliteStore));
}
