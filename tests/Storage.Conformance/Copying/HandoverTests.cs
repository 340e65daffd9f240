using Roster.Storage;
using Roster.Storage.Copying;

namespace Roster.Tests.Storage.Conformance.Copying;

/// <summary>After a copy two stores hold the same history; only one of them may go on with it.</summary>
public sealed class HandoverTests : IAsyncDisposable
{
    private static readonly AccountId Account = new("org-0x0");
    private readonly Places _places = new();

    public static TheoryData<Engine> Engines => CopyTests.Engines;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _places.DisposeAsync();

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task The_copy_goes_on_at_the_next_revision_of_the_same_epoch(Engine engine)
    {
        await using var histories = await Histories.WriteAsync(seeds: 1);
        var (target, back) = (await _places.NewAsync(engine), await _places.NewAsync(Engine.Sqlite));
        var (epoch, revision) = await LookAsync(histories.Address);
        await CopyAsync(histories.Address, target);

        (await LookAsync(target)).ShouldBe((epoch, revision));
        await AddUserAsync(target, "user-new", revision + 1);

        await CopyAsync(target, back);
        (await LookAsync(back)).ShouldBe((epoch, revision + 1));
        await AddUserAsync(back, "user-newer", revision + 2);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Served_again_the_source_is_another_store(Engine engine)
    {
        await using var histories = await Histories.WriteAsync(seeds: 1);
        var source = await _places.NewAsync(engine);
        await CopyAsync(histories.Address, source);
        var (epoch, revision) = await LookAsync(source);

        await CopyAsync(source, await _places.NewAsync(Engine.Sqlite));

        var (later, same) = await LookAsync(source);
        later.ShouldNotBe(epoch);
        same.ShouldBe(revision);
        (await LookAsync(source)).Epoch.ShouldBe(later);
    }

    /// <summary>A dump that was restored elsewhere goes on under another epoch, and so does its copy.</summary>
    [Fact]
    public async Task A_database_of_another_history_hands_over_no_epoch()
    {
        await using var histories = await Histories.WriteAsync(seeds: 1);
        var (source, target) = (await _places.NewAsync(Engine.Postgres), await _places.NewAsync(Engine.Sqlite));
        await CopyAsync(histories.Address, source);
        var (epoch, _) = await LookAsync(source);
        Seen.Alter(source, "UPDATE store SET value = 'another cluster' WHERE name = 'cluster'");

        await CopyAsync(source, target);

        (await LookAsync(target)).Epoch.ShouldNotBe(epoch);
        (await LookAsync(source)).Epoch.ShouldNotBe(epoch);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_second_copy_of_what_was_handed_over_is_another_store_too(Engine engine)
    {
        await using var histories = await Histories.WriteAsync(seeds: 1);
        var (source, first, second) =
            (await _places.NewAsync(engine), await _places.NewAsync(Engine.Sqlite), await _places.NewAsync(Engine.Sqlite));
        await CopyAsync(histories.Address, source);

        await CopyAsync(source, first);
        await CopyAsync(source, second);

        (await LookAsync(second)).Epoch.ShouldNotBe((await LookAsync(first)).Epoch);
    }

    /// <summary>The source has handed over, and the target does not know of it: as when the machine stops between the two.</summary>
    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Interrupted_in_the_middle_the_handover_is_finished_by_the_next_run(Engine engine)
    {
        await using var histories = await Histories.WriteAsync(seeds: 1);
        var (epoch, _) = await LookAsync(histories.Address);
        var (target, back) = (await _places.NewAsync(engine), await _places.NewAsync(Engine.Sqlite));
        await Should.ThrowAsync<StoreCopyException>(StoreCopy.RunAsync(
            histories.Address,
            target,
            Places.FewRows,
            new Listener("Comparing both", () => Seen.Alter(target, "UPDATE accounts SET name = name || '~'")),
            Token));
        var copy = (await Seen.StoreRowsAsync(target)).Single(row => row.StartsWith("copy=", StringComparison.Ordinal)).Split(' ')[1];
        Seen.Alter(histories.Address, $"INSERT INTO store (name, value) VALUES ('restored', '{copy}')");
        Seen.Alter(target, "UPDATE accounts SET name = substr(name, 1, length(name) - 1)");

        await CopyAsync(histories.Address, target);

        await CopyAsync(target, back);
        (await LookAsync(back)).Epoch.ShouldBe(epoch);
    }

    [Fact]
    public async Task Once_the_source_is_served_again_its_unfinished_copy_is_worth_nothing()
    {
        await using var histories = await Histories.WriteAsync(seeds: 1);
        var target = await _places.NewAsync(Engine.Sqlite);
        await Should.ThrowAsync<StoreCopyException>(StoreCopy.RunAsync(
            histories.Address, target, Places.FewRows, new Listener("Comparing both", () => throw new IOException()), Token));
        Seen.Alter(histories.Address, "INSERT INTO store (name, value) VALUES ('restored', '1')");
        await LookAsync(histories.Address);

        var refused = await Should.ThrowAsync<StoreCopyException>(CopyAsync(histories.Address, target));

        refused.Message.ShouldContain("served again");
    }

    private static async Task<(string Epoch, long Revision)> LookAsync(StoreAddress address)
    {
        var store = await Places.ServeAsync(address);
        await using var _ = (IAsyncDisposable)store;
        return (store.Epoch, await store.RevisionAsync(Account));
    }

    private static async Task AddUserAsync(StoreAddress address, string id, long number)
    {
        var store = await Places.ServeAsync(address);
        await using var _ = (IAsyncDisposable)store;
        await store.AddUserAsync(Account, id);
        (await store.UserAsync(Account, id))!.Number.ShouldBe(number);
    }

    private static Task<CopyReport> CopyAsync(StoreAddress from, StoreAddress to) =>
        StoreCopy.RunAsync(from, to, Places.FewRows, TextWriter.Null, Token);
}
