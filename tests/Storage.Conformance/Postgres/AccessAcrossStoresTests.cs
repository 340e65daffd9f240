using Roster.Storage.Postgres;
using Roster.Testing.Postgres;
using Roster.Tests.Storage.Conformance.Access;

namespace Roster.Tests.Storage.Conformance.Postgres;

/// <summary>One process writes, another answers about access: never from before what the first has answered.</summary>
public sealed class AccessAcrossStoresTests
{
    [Fact]
    public async Task What_another_process_has_answered_counts_here()
    {
        var cluster = await PostgresCluster.SharedAsync();
        var connection = await cluster.CreateDatabaseAsync();
        await using (var writer = await OpenAsync(connection))
        await using (var asked = await OpenAsync(connection))
        {
            var world = new World(asked);
            asked.Follow(world.Graphs);

            // The history is of the present, as the clock is the database's.
            var complaints = await AccessRace.RunAsync(new(2, 60, 300, asked.Now), writer, world, pinned: null);

            complaints.ShouldBeEmpty();
        }

        await cluster.DropDatabaseAsync(connection);
    }

    private static Task<PostgresStore> OpenAsync(string connection) => PostgresStore.OpenAsync(
        new() { Connection = connection, Patience = TimeSpan.FromMinutes(2) }, TimeProvider.System, TestContext.Current.CancellationToken);
}
