using Roster.Storage;
using Roster.Storage.Copying;
using Roster.Storage.Postgres;
using Roster.Testing.Postgres;

namespace Roster.Tests.Storage.Conformance.Copying;

/// <summary>Copies that did not come to their end, and the next run.</summary>
public sealed class ResumedCopyTests : IAsyncDisposable
{
    private const string ChunkLine = "rows copied";
    private readonly Places _places = new();

    public static TheoryData<Engine> Engines => CopyTests.Engines;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _places.DisposeAsync();

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Stopped_after_every_chunk_it_goes_on_after_the_last_one(Engine engine)
    {
        await using var histories = await Histories.WriteAsync(seeds: 1);
        var target = await _places.NewAsync(engine);
        var total = (await Seen.RowsAsync(histories.Address)).Count;
        var (runs, copied) = (0, 0L);

        CopyReport? report;
        do
        {
            copied = await RowsAsync(target);
            report = await RunUntilStoppedAsync(histories.Address, target);
            runs++;
        }
        while (report is null);

        runs.ShouldBeGreaterThan(total / Places.FewRows.ChunkRows);
        report.CopiedRows.ShouldBe(total - copied);
        (await Seen.RowsAsync(target)).ShouldBe(await Seen.RowsAsync(histories.Address));
        (await Seen.StoreRowsAsync(target)).ShouldNotContain(row => row.StartsWith("copy", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Half_of_a_copy_goes_on_with_nothing_but_the_same_store(Engine engine)
    {
        await using var histories = await Histories.WriteAsync(seeds: 1);
        await using var others = await Histories.WriteAsync(seeds: 1);
        var target = await _places.NewAsync(engine);
        await RunUntilStoppedAsync(histories.Address, target);
        var rows = await RowsAsync(target);

        var refused = await Should.ThrowAsync<StoreCopyException>(StoreCopy.RunAsync(
            others.Address, target, Places.FewRows, TextWriter.Null, Token));

        refused.Message.ShouldContain("another store");
        (await RowsAsync(target)).ShouldBe(rows);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Half_of_a_copy_is_not_served(Engine engine)
    {
        await using var histories = await Histories.WriteAsync(seeds: 1);
        var target = await _places.NewAsync(engine);
        await RunUntilStoppedAsync(histories.Address, target);

        var refused = await Should.ThrowAsync<StoreStartException>(
            () => Places.ServeAsync(target));

        refused.Message.ShouldContain("unfinished copy");
    }

    /// <summary>A server that goes on writing would lose what it writes, so it is found out, and the account is copied anew.</summary>
    [Theory]
    [InlineData(Engine.Sqlite, ChunkLine)]
    [InlineData(Engine.Sqlite, "Comparing both")]
    [InlineData(Engine.Postgres, ChunkLine)]
    [InlineData(Engine.Postgres, "Comparing both")]
    public async Task An_account_that_is_written_meanwhile_is_named_and_copied_anew(Engine engine, string when)
    {
        await using var histories = await Histories.WriteAsync(seeds: 1);
        var (source, target) = (await _places.NewAsync(engine), await _places.NewAsync(engine));
        await StoreCopy.RunAsync(histories.Address, source, Places.FewRows, TextWriter.Null, Token);
        var writes = new Listener(when, () => Write(source));

        var refused = await Should.ThrowAsync<StoreCopyException>(StoreCopy.RunAsync(source, target, Places.FewRows, writes, Token));
        var report = await StoreCopy.RunAsync(source, target, Places.FewRows, TextWriter.Null, Token);

        refused.Message.ShouldContain("org-0x0");
        refused.Message.ShouldContain("Stop every server");
        writes.Lines.Any(line => line.Contains("Comparing both")).ShouldBe(when != ChunkLine);
        report.CopiedRows.ShouldBeGreaterThan(0);
        (await Seen.RowsAsync(target)).ShouldBe(await Seen.RowsAsync(source));
    }

    [Theory]
    [InlineData(Engine.Sqlite, Engine.Postgres)]
    [InlineData(Engine.Postgres, Engine.Sqlite)]
    public async Task A_database_that_goes_away_interrupts_it_and_no_more(Engine from, Engine to)
    {
        await using var histories = await Histories.WriteAsync(seeds: 1);
        await using var cluster = await PostgresCluster.StartAsync();
        var database = new PostgresAddress(await cluster.CreateDatabaseAsync());
        var (source, target) = from == Engine.Postgres ? (database, await _places.NewAsync(to)) : (histories.Address, (StoreAddress)database);
        if (from == Engine.Postgres)
        {
            await StoreCopy.RunAsync(histories.Address, source, Places.FewRows, TextWriter.Null, Token);
        }

        var restarts = new Listener(ChunkLine, () => cluster.RestartImmediateAsync().Wait(Token));
        var interrupted = await Should.ThrowAsync<StoreCopyException>(StoreCopy.RunAsync(source, target, Places.FewRows, restarts, Token));
        await StoreCopy.RunAsync(source, target, Places.FewRows, TextWriter.Null, Token);

        interrupted.Message.ShouldContain("run the command again");
        (await Seen.RowsAsync(target)).ShouldBe(await Seen.RowsAsync(source));
    }

    /// <summary>Rows of the first account that were copied and others, as a server would.</summary>
    private static void Write(StoreAddress source)
    {
        Seen.Alter(source, "UPDATE accounts SET revision = revision + 1 WHERE account = 'org-0x0'");
        Seen.Alter(source, "UPDATE scopes SET name = 'written meanwhile' WHERE account = 'org-0x0'");
        Seen.Alter(source, "UPDATE changes SET personal = 'written meanwhile' WHERE account = 'org-0x0'");
    }

    /// <returns>Null where it was stopped, after one chunk.</returns>
    private static async Task<CopyReport?> RunUntilStoppedAsync(StoreAddress from, StoreAddress to)
    {
        using var stop = new CancellationTokenSource();
        try
        {
            return await StoreCopy.RunAsync(from, to, Places.FewRows, new Listener(ChunkLine, stop.Cancel), stop.Token);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private static async Task<long> RowsAsync(StoreAddress address) => (await Seen.RowsAsync(address)).Count;
}
