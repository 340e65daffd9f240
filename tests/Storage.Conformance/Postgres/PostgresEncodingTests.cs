using Npgsql;
using Roster.Storage;
using Roster.Storage.Postgres;
using Roster.Testing.Postgres;

namespace Roster.Tests.Storage.Conformance.Postgres;

public sealed class PostgresEncodingTests
{
    [Theory]
    [InlineData("LATIN1")]
    [InlineData("SQL_ASCII")]
    public async Task A_database_that_cannot_keep_every_name_is_refused_before_anything_is_made(string encoding)
    {
        var cluster = await PostgresCluster.SharedAsync();
        var database = new NpgsqlConnectionStringBuilder(await cluster.CreateDatabaseAsync());
        database.Database += "_" + encoding.ToLowerInvariant();
        await using (var command = cluster.Admin.CreateCommand(
            $"CREATE DATABASE {database.Database} OWNER {database.Username} TEMPLATE template0 ENCODING '{encoding}'"))
        {
            await command.ExecuteNonQueryAsync();
        }

        var refused = await Should.ThrowAsync<StoreStartException>(
            PostgresStore.OpenAsync(new() { Connection = database.ConnectionString }, TimeProvider.System, CancellationToken.None));

        refused.Message.ShouldContain(encoding);
        refused.Message.ShouldContain(database.Database!);
    }
}
