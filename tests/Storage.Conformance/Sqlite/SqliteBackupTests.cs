using Roster.Storage.Sql.Replaying;
using Roster.Storage;
using Roster.Storage.Sqlite;

namespace Roster.Tests.Storage.Conformance.Sqlite;

public sealed class SqliteBackupTests
{
    private const int Writers = 8;

    [Fact]
    public async Task A_backup_under_load_is_a_whole_prefix_of_the_history()
    {
        await using var folder = new SqliteFolder();
        var source = await folder.OpenAsync(new SqliteOptions { File = folder.File }, users: 500);
        using var stop = new CancellationTokenSource();
        var load = Enumerable.Range(0, Writers).Select(writer => WriteUntilAsync(source, writer, stop.Token)).ToList();

        await SqliteBackup.RunAsync(folder.File, folder.PathOf("backup.db"), TestContext.Current.CancellationToken);
        await stop.CancelAsync();
        await Task.WhenAll(load);

        var copy = await folder.OpenAsync(new SqliteOptions { File = folder.PathOf("backup.db") });
        var revision = await copy.RevisionAsync(SqliteFolder.Account);
        revision.ShouldBeInRange(501, await source.RevisionAsync(SqliteFolder.Account));
        (await LogAsync(copy)).ShouldBe((await LogAsync(source)).Take((int)revision));
        await ShouldBeItsLogAsync(folder, copy);
    }

    [Fact]
    public async Task Its_first_start_renews_the_epoch_and_later_ones_keep_it()
    {
        await using var folder = new SqliteFolder();
        var source = await folder.OpenAsync();
        await SqliteBackup.RunAsync(folder.File, folder.PathOf("backup.db"), TestContext.Current.CancellationToken);

        var first = await folder.OpenAsync(new SqliteOptions { File = folder.PathOf("backup.db") });
        await first.DisposeAsync();
        var second = await folder.OpenAsync(new SqliteOptions { File = folder.PathOf("backup.db") });

        first.Epoch.ShouldNotBe(source.Epoch);
        second.Epoch.ShouldBe(first.Epoch);
    }

    [Fact]
    public async Task A_closed_database_can_be_backed_up_too()
    {
        await using var folder = new SqliteFolder();
        await (await folder.OpenAsync(new SqliteOptions { File = folder.File }, users: 3)).DisposeAsync();

        await SqliteBackup.RunAsync(folder.File, folder.PathOf("backup.db"), TestContext.Current.CancellationToken);

        var copy = await folder.OpenAsync(new SqliteOptions { File = folder.PathOf("backup.db") });
        (await copy.RevisionAsync(SqliteFolder.Account)).ShouldBe(4);
    }

    [Fact]
    public async Task It_replaces_nothing_and_leaves_nothing_behind()
    {
        await using var folder = new SqliteFolder();
        await folder.OpenAsync();
        await File.WriteAllTextAsync(folder.PathOf("precious"), "precious");

        await Should.ThrowAsync<StoreStartException>(
            SqliteBackup.RunAsync(folder.File, folder.PathOf("precious"), TestContext.Current.CancellationToken));
        await Should.ThrowAsync<StoreStartException>(
            SqliteBackup.RunAsync(folder.PathOf("missing.db"), folder.PathOf("backup.db"), TestContext.Current.CancellationToken));
        await SqliteBackup.RunAsync(folder.File, folder.PathOf("backup.db"), TestContext.Current.CancellationToken);

        (await File.ReadAllTextAsync(folder.PathOf("precious"))).ShouldBe("precious");
        Directory.GetFiles(Path.GetDirectoryName(folder.File)!, "*").Select(Path.GetFileName).Order()
            .ShouldBe(["backup.db", "precious", "roster.db", "roster.db-shm", "roster.db-wal", "roster.db.lock"]);
    }

    private static async Task WriteUntilAsync(IStore store, int writer, CancellationToken stop)
    {
        for (var i = 0; !stop.IsCancellationRequested; i++)
        {
            await store.ApplyAsync(SqliteFolder.Account, Sample.User($"load-{writer}-{i}-a"), Sample.User($"load-{writer}-{i}-b"));
        }
    }

    private static async Task<List<string>> LogAsync(IStore store)
    {
        var entries = await store.AskAsync(SqliteFolder.Account, reads => reads.ChangesAsync(0, int.MaxValue));
        return [.. entries.Select(Show.Of)];
    }

    private static async Task ShouldBeItsLogAsync(SqliteFolder folder, SqliteStore copy)
    {
        var replayed = await folder.OpenAsync(new SqliteOptions { File = folder.PathOf("replayed.db") });
        await copy.ReplayAsync(replayed, SqliteFolder.Account, TestContext.Current.CancellationToken);
        (await replayed.DumpStateAsync(SqliteFolder.Account, default)).ShouldBe(await copy.DumpStateAsync(SqliteFolder.Account, default));
    }
}
