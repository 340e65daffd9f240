using System.Diagnostics;
using System.Globalization;
using Roster.Storage.Sqlite;

namespace Roster.Tests.Storage.Conformance.Sqlite;

/// <summary>An answered write is on the disk: seen in the system calls, since no test here can pull the plug.</summary>
public sealed class SqliteDurabilityTests
{
    private const int Writes = 20;

    [Fact]
    public async Task Every_answered_write_was_flushed() =>
        (await FlushesAsync(SqliteSynchronous.Full)).ShouldBeGreaterThanOrEqualTo(Writes);

    [Fact]
    public async Task Without_synchronous_none_would_be() =>
        (await FlushesAsync(SqliteSynchronous.Off)).ShouldBe(0);

    /// <summary>How often the log of this test's own database was flushed while writes were answered one by one.</summary>
    private static async Task<int> FlushesAsync(SqliteSynchronous synchronous)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "strace is needed");
        await using var folder = new SqliteFolder();
        var store = await folder.OpenAsync(new SqliteOptions { File = folder.File, Synchronous = synchronous }, users: 1);
        var trace = folder.PathOf("trace");
        using var strace = await AttachAsync(trace);
        for (var i = 0; i < Writes; i++)
        {
            await store.AddUserAsync(SqliteFolder.Account, $"durable-{i}");
        }

        strace.Kill();
        await strace.WaitForExitAsync();
        return File.ReadLines(trace).Count(line => line.Contains(folder.File + "-wal"));
    }

    private static async Task<Process> AttachAsync(string trace)
    {
        var me = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        var strace = Process.Start(new ProcessStartInfo("strace", ["-f", "-y", "-e", "trace=fsync,fdatasync", "-o", trace, "-p", me])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
        })!;
        (await strace.StandardError.ReadLineAsync()).ShouldNotBeNull().ShouldContain("attached");
        return strace;
    }
}
