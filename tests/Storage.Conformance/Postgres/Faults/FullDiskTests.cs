using Npgsql;
using Roster.Storage.Postgres;
using Roster.Testing.Postgres;

namespace Roster.Tests.Storage.Conformance.Postgres.Faults;

/// <summary>The tables' disk is full. Where no disk can be made, for want of rights, a trigger says of large rows what a full one would.</summary>
public sealed class FullDiskTests
{
    private static readonly AccountId Home = new("org-home");

    [Fact]
    public async Task A_set_that_does_not_fit_leaves_nothing_its_neighbours_are_written_and_room_is_enough()
    {
        await using var cluster = await PostgresCluster.StartAsync();
        await using var disk = await SmallDisk.TryMountAsync(megabytes: 32);
        var connection = await cluster.CreateDatabaseAsync();
        if (disk is not null)
        {
            await MoveAsync(cluster, connection, disk);
        }

        await using var source = NpgsqlDataSource.Create(connection);
        await using var store = await PostgresStore.OpenAsync(
            new() { Connection = connection, Patience = TimeSpan.FromSeconds(5), Lanes = 1, ClockIsGiven = true }, new TestClock(), default);
        await store.OpenAccountAsync(Home);

        // There is room for some more in the pages of somebody like them.
        await store.AddUserAsync(Home, "earlier");
        await FillAsync(disk, source);

        var held = await HeldLock.TakeAsync(store, Home);
        var before = store.AddUserAsync(Home, "before");
        var large = store.ApplyAsync(Home, Sample.User("small-half"), Large("large-half"));
        var after = store.AddUserAsync(Home, "after");
        await held.DisposeAsync();

        (await Should.ThrowAsync<StoreUnavailableException>(large)).MayBeWritten.ShouldBeFalse();
        await Task.WhenAll(before, after);
        (await store.AskAsync(Home, reads => reads.UsersByIdAsync("", 10))).Items.Select(user => user.Id.Value).ShouldBe(["after", "before", "earlier"]);

        await MakeRoomAsync(disk, source);
        (await store.ApplyAsync(Home, Large("large"))).Number(0).ShouldBe(5);
    }

    private static async Task MoveAsync(PostgresCluster cluster, string connection, SmallDisk disk)
    {
        await ExecuteAsync(cluster.Admin, $"CREATE TABLESPACE small LOCATION '{disk.Folder}'");
        await ExecuteAsync(cluster.Admin, $"ALTER DATABASE {new NpgsqlConnectionStringBuilder(connection).Database} SET TABLESPACE small");
    }

    private static async Task FillAsync(SmallDisk? disk, NpgsqlDataSource source)
    {
        if (disk is not null)
        {
            await disk.FillAsync();
            return;
        }

        await ExecuteAsync(source, "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $body$ BEGIN RAISE 'full' USING ERRCODE = '53100'; END $body$");
        await ExecuteAsync(source, "CREATE TRIGGER refuse BEFORE INSERT ON changes FOR EACH ROW WHEN (octet_length(new.personal) > 10000) EXECUTE FUNCTION refuse()");
    }

    private static async Task MakeRoomAsync(SmallDisk? disk, NpgsqlDataSource source)
    {
        if (disk is null)
        {
            await ExecuteAsync(source, "DROP TRIGGER refuse ON changes");
        }

        disk?.MakeRoom();
    }

    /// <summary>Random, so that it cannot be packed.</summary>
    private static UserCreated Large(string id) => new(
        new UserId(id), true, false, Sample.Person($"{id}@example.com") with { Picture = new string([.. Random.Shared.GetItems("abcdefghijklmnopqrstuvwxyz0123456789".AsSpan(), 1 << 20)]) });

    private static async Task ExecuteAsync(NpgsqlDataSource source, string statement)
    {
        await using var command = source.CreateCommand(statement);
        await command.ExecuteNonQueryAsync();
    }
}
