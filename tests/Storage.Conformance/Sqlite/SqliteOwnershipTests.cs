using System.Diagnostics;
using Roster.Storage;
using Roster.Storage.Sqlite;

namespace Roster.Tests.Storage.Conformance.Sqlite;

public sealed class SqliteOwnershipTests
{
    [Fact]
    public async Task A_second_store_on_the_file_is_told_so()
    {
        await using var folder = new SqliteFolder();
        await folder.OpenAsync();

        var refused = await Should.ThrowAsync<StoreStartException>(folder.OpenAsync());

        refused.Message.ShouldContain(folder.File);
    }

    [Fact]
    public async Task The_next_one_may_have_it_once_it_is_closed()
    {
        await using var folder = new SqliteFolder();
        await (await folder.OpenAsync()).DisposeAsync();

        (await (await folder.OpenAsync()).IsReadyAsync(default)).ShouldBeTrue();
        File.Exists(folder.File + ".lock").ShouldBeTrue();
    }

    [Fact]
    public async Task The_lock_dies_with_its_process()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "flock(1) is needed");
        await using var folder = new SqliteFolder();
        using var other = Process.Start(new ProcessStartInfo("flock", [folder.File + ".lock", "sh", "-c", "echo held; read end"])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        (await other.StandardOutput.ReadLineAsync()).ShouldBe("held");
        await Should.ThrowAsync<StoreStartException>(folder.OpenAsync());

        other.Kill(entireProcessTree: true);
        await other.WaitForExitAsync();
        await Soon.ShouldBeAsync(() => CanOpenAsync(folder), true);
    }

    [Fact]
    public async Task Only_the_owner_can_read_the_files()
    {
        await using var folder = new SqliteFolder();
        await folder.OpenAsync(new SqliteOptions { File = folder.File }, users: 1);

        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("there are no modes");
            return;
        }

        foreach (var file in new[] { folder.File, folder.File + "-wal", folder.File + "-shm" })
        {
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite, file);
        }
    }

    [Fact]
    public async Task A_missing_folder_is_made()
    {
        await using var folder = new SqliteFolder();

        var store = await folder.OpenAsync(new SqliteOptions { File = folder.PathOf("a/b/roster.db") });

        (await store.IsReadyAsync(default)).ShouldBeTrue();
    }

    /// <summary>A killed process tree lets its files go one process after the other.</summary>
    private static async Task<bool> CanOpenAsync(SqliteFolder folder)
    {
        try
        {
            await folder.OpenAsync();
            return true;
        }
        catch (StoreStartException)
        {
            return false;
        }
    }
}
