using Roster.Storage.Sqlite;

namespace Roster.Tests.Storage.Conformance.Sqlite;

/// <summary>Storage rule 13: under steady short readers the write-ahead log would only grow.</summary>
public sealed class SqliteCheckpointTests
{
    private const int Bound = 1 << 20;

    [Fact]
    public async Task The_log_is_begun_anew_while_readers_come_and_go()
    {
        (await LargestLogAsync(Bound)).ShouldBeInRange(Bound, 3 * Bound);
    }

    [Fact]
    public async Task Without_the_bound_it_would_have_grown()
    {
        (await LargestLogAsync(1 << 30)).ShouldBeGreaterThan(3 * Bound);
    }

    [Fact]
    public async Task Closing_leaves_one_file()
    {
        await using var folder = new SqliteFolder();
        await (await folder.OpenAsync(new SqliteOptions { File = folder.File }, users: 10)).DisposeAsync();

        File.Exists(folder.File + "-wal").ShouldBeFalse();
    }

    private static async Task<long> LargestLogAsync(long bound)
    {
        await using var folder = new SqliteFolder();
        var store = await folder.OpenAsync(new SqliteOptions { File = folder.File, WalBytes = bound, Batch = 8 }, users: 1);
        using var stop = new CancellationTokenSource();
        var readers = Task.Run(() => ReadUntilAsync(store, stop.Token));
        for (var i = 0; i < 40; i++)
        {
            await Task.WhenAll(Enumerable.Range(0, 50).Select(j => store.AddUserAsync(SqliteFolder.Account, $"user-{i}-{j}")));
        }

        await stop.CancelAsync();
        await readers;
        return new FileInfo(folder.File + "-wal").Length;
    }

    private static async Task ReadUntilAsync(IStore store, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await store.UserAsync(SqliteFolder.Account, "user-1");
        }
    }
}
