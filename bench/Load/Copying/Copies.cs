using System.Diagnostics;
using Roster.Bench.Load.Postgres;

namespace Roster.Bench.Load.Copying;

/// <summary>A store with a large account, copied from SQLite to PostgreSQL and back by the server's own command.</summary>
internal static class Copies
{
    private static readonly int Users = int.Parse(Environment.GetEnvironmentVariable("BENCH_USERS") ?? "1000000");

    public static async Task RunAsync(Bench bench)
    {
        await using var postgres = await PostgresServer.StartAsync(18_083);
        var folder = Environment.GetEnvironmentVariable("BENCH_STORES") ?? bench.Folder;
        var (large, back) = (Path.Combine(folder, $"copy-{Users}.db"), Path.Combine(bench.Folder, "back.db"));
        if (!File.Exists(large))
        {
            var clock = Stopwatch.StartNew();
            await LargeAccount.MakeAsync(large, Users);
            Console.WriteLine($"{Users:N0} users and {3 * Users:N0} memberships were made in {clock.Elapsed.TotalSeconds:F0} s.");
        }

        var there = await CopyAsync("SQLite to PostgreSQL", "sqlite:" + large, postgres.Store);
        var again = await CopyAsync("PostgreSQL to SQLite", postgres.Store, "sqlite:" + back);
        if (there != again)
        {
            throw new InvalidOperationException($"Copied back it is another: {there} and {again}.");
        }
    }

    /// <returns>The account with its digest.</returns>
    private static async Task<string> CopyAsync(string way, string from, string to)
    {
        var clock = Stopwatch.StartNew();
        var output = await Bench.OutputAsync(Bench.Start(
            "src/Server/bin/Release/net10.0/roster-server.dll", "store", "copy", "--from", from, "--to", to));
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var account = lines.Single(line => line.Contains("sha256", StringComparison.Ordinal));
        Console.WriteLine($"\n{way}, {clock.Elapsed.TotalSeconds:F0} s:\n{account}\n{lines[^1]}");
        return account;
    }
}
