using System.Diagnostics;
using Roster.Storage;
using Roster.Storage.Copying;
using Roster.Storage.Postgres;
using Roster.Storage.Sqlite;
using Roster.Testing;

namespace Roster.Tests.Storage.Conformance.Copying;

/// <summary>The program itself, killed in the middle of a copy, and started again.</summary>
public sealed class KilledCopyTests : IAsyncDisposable
{
    private const int Kills = 3;
    private const string Mark = "SELECT value FROM store WHERE name = 'copy:org-0x0'";

    /// <summary>Enough for a dozen chunks of the usual size.</summary>
    private const string ManyUsers =
        """
        INSERT INTO users (account, user_id, number, name, fold, active, pending, verified, created_at, changed_in, changed_at)
        WITH RECURSIVE numbers (n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM numbers WHERE n < 200000)
        SELECT 'org-0x0', 'many-' || n, 1000000 + n, 'many' || n || '@example.com', 'many' || n || '@example.com', 1, 0, 0, 1, 1, 1 FROM numbers;
        """;

    private readonly Places _places = new();

    public static TheoryData<Engine> Engines => CopyTests.Engines;

    public ValueTask DisposeAsync() => _places.DisposeAsync();

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Killed_in_the_middle_again_and_again_it_brings_every_row_over_once(Engine engine)
    {
        await using var histories = await Histories.WriteAsync(seeds: 1);
        var (source, target) = (histories.Address, await _places.NewAsync(engine));
        Seen.Alter(source, ManyUsers);
        var kills = 0;
        for (var round = 0; round < Kills; round++)
        {
            kills += await IsKilledInTheMiddleAsync(source, target) ? 1 : 0;
        }

        // On a machine that stalls, a copy may be done before it can be killed.
        kills.ShouldBeGreaterThan(0);

        var (code, output, errors) = await RosterProcess.RunAsync(new Dictionary<string, string>(), Arguments(source, target));

        code.ShouldBe(0, errors);
        output.ShouldContain("verified: ");
        output.ShouldContain(await DigestAsync(source));
        (await Seen.CountAsync(target, "users")).ShouldBe(await Seen.CountAsync(source, "users"));
        (await DigestAsync(target)).ShouldBe(await DigestAsync(source));
    }

    [Fact]
    public async Task Addresses_that_are_none_are_told_by_their_arguments()
    {
        var (code, _, errors) = await RosterProcess.RunAsync(
            new Dictionary<string, string>(), "store", "copy", "--from", "sqlite:a.db", "--to", "mysql:b");

        code.ShouldBe(2);
        errors.ShouldStartWith("--to must be ");
    }

    private static string[] Arguments(StoreAddress from, StoreAddress to) =>
        ["store", "copy", "--from", Text(from), "--to", Text(to)];

    private static string Text(StoreAddress address) =>
        address is PostgresAddress postgres ? "postgres:" + postgres.Connection : address.ToString();

    private static async Task<bool> IsKilledInTheMiddleAsync(StoreAddress from, StoreAddress to)
    {
        var before = await MarkAsync(to);
        var command = RosterProcess.Command();
        var start = new ProcessStartInfo(command[0], [.. command.Skip(1), .. Arguments(from, to)])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var mark = before;
        while (mark == before && !process.HasExited)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5));
            mark = await MarkAsync(to);
        }

        process.Kill();
        await process.WaitForExitAsync();
        return await MarkAsync(to) is { } left && left.Contains(" users ", StringComparison.Ordinal);
    }

    /// <summary>How far the account with many users is; null where there is nothing of it yet, or not even a table.</summary>
    private static async Task<string?> MarkAsync(StoreAddress target)
    {
        if (target is SqliteAddress sqlite && !File.Exists(sqlite.File + "-wal"))
        {
            return null;
        }

        try
        {
            return await Seen.ValueAsync(target, Mark);
        }
        catch (Exception exception) when (exception is SqliteException or Npgsql.PostgresException { SqlState: Npgsql.PostgresErrorCodes.UndefinedTable })
        {
            return null;
        }
    }

    private static async Task<string> DigestAsync(StoreAddress address)
    {
        await using var side = await Places.OpenAsync(address);
        return (await AccountDigest.OfAsync(side, "org-0x0", new CopyOptions(), _ => { }, default)).OfState;
    }
}
