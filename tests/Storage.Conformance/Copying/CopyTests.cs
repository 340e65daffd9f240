using Roster.Storage;
using Roster.Storage.Copying;
using Roster.Storage.Sqlite;

namespace Roster.Tests.Storage.Conformance.Copying;

/// <summary>A whole store from any engine to any other, and what a copy refuses.</summary>
public sealed class CopyTests : IAsyncDisposable
{
    private readonly Places _places = new();

    public static TheoryData<Engine> Engines => [.. Enum.GetValues<Engine>()];

    public static TheoryData<Engine, Engine> Ways
    {
        get
        {
            var ways = new TheoryData<Engine, Engine>();
            foreach (var (from, to) in Enum.GetValues<Engine>().SelectMany(from => Enum.GetValues<Engine>().Select(to => (from, to))))
            {
                ways.Add(from, to);
            }

            return ways;
        }
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _places.DisposeAsync();

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task There_and_back_again_every_row_and_digest_is_the_same(Engine from, Engine to)
    {
        await using var histories = await Histories.WriteAsync(engine: from);
        var (there, back) = (await _places.NewAsync(to), await _places.NewAsync(from));
        var rows = await Seen.RowsAsync(histories.Address);

        var digests = (await CopyAsync(histories.Address, there)).Verified.ToList();
        (await CopyAsync(there, back)).Verified.ShouldBe(digests);

        digests.Count.ShouldBe((int)await Seen.CountAsync(histories.Address, "accounts"));
        (await Seen.RowsAsync(there)).ShouldBe(rows);
        (await Seen.RowsAsync(back)).ShouldBe(rows);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_report_tells_all_rows(Engine engine)
    {
        await using var histories = await Histories.WriteAsync(seeds: 1);
        var target = await _places.NewAsync(engine);

        var report = await StoreCopy.RunAsync(histories.Address, target, Places.FewRows, TextWriter.Null, Token);

        var rows = await Seen.RowsAsync(target);
        report.Accounts.ShouldBe(rows.Count(row => row.StartsWith("accounts ", StringComparison.Ordinal)));
        report.Rows.ShouldBe(rows.Count);
        report.CopiedRows.ShouldBe(rows.Count);
    }

    /// <summary>Its rows are there until they are purged, and nobody can reach them.</summary>
    [Theory]
    [MemberData(nameof(Ways))]
    public async Task What_an_ended_scope_left_behind_stays_behind(Engine from, Engine to)
    {
        var (source, target) = (await StoreAsync(from), await _places.NewAsync(to));
        Seen.Alter(source, "UPDATE scopes SET ended_in = 4 WHERE scope_id = 'g'");
        Seen.Alter(source, "INSERT INTO purges (account, scope_kind, scope_id) VALUES ('org-1', 3, 'g')");

        await CopyAsync(source, target);

        (await Seen.CountAsync(source, "memberships")).ShouldBe(2);
        (await Seen.CountAsync(target, "memberships")).ShouldBe(1);
        (await Seen.CountAsync(target, "purges")).ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Values_of_any_length_and_sign_come_over(Engine engine)
    {
        string[] settings = ["", "'", "\\", "\n", "$1 \u00e9\U0001F469", new('x', 70_000), new('\u00e9', 3_000_000)];
        var (source, there) = (await _places.NewAsync(Engine.Sqlite), await _places.NewAsync(engine));
        await WriteAsync(source, store => Task.WhenAll(settings.Select((value, i) =>
            store.ApplyAsync(new("org-1"), new ScopeCreated(ScopeId.Group($"g{i}"), ScopeId.Account(new("org-1")), "", null, value)))));

        await CopyAsync(source, there, new() { ChunkBytes = 1_000 });

        (await Seen.RowsAsync(there)).ShouldBe(await Seen.RowsAsync(source));
        (await Seen.RowsAsync(there)).Max(row => row.Length).ShouldBeGreaterThan(3_000_000);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_target_that_is_not_empty_is_left_as_it_is(Engine engine)
    {
        var (source, target) = (await StoreAsync(Engine.Sqlite), await StoreAsync(engine));
        var rows = await Seen.RowsAsync(target);
        var others = await Seen.StoreRowsAsync(target);

        var refused = await Should.ThrowAsync<StoreCopyException>(CopyAsync(source, target));

        refused.Message.ShouldContain("not empty");
        refused.Message.ShouldContain(target.ToString());
        (await Seen.RowsAsync(target)).ShouldBe(rows);
        (await Seen.StoreRowsAsync(target)).ShouldBe(others);
    }

    [Fact]
    public async Task A_store_is_not_copied_into_itself()
    {
        var source = await StoreAsync(Engine.Sqlite);

        (await Should.ThrowAsync<StoreCopyException>(CopyAsync(source, source))).Message.ShouldContain("itself");
    }

    [Fact]
    public async Task A_file_that_is_served_is_neither_copied_nor_copied_to()
    {
        var (source, other) = (await StoreAsync(Engine.Sqlite), await StoreAsync(Engine.Sqlite));
        await using var served = await OpenAsync(source);

        (await Should.ThrowAsync<StoreStartException>(CopyAsync(source, other))).Message.ShouldContain("in use");
        (await Should.ThrowAsync<StoreStartException>(CopyAsync(other, source))).Message.ShouldContain("in use");
    }

    [Fact]
    public async Task A_database_can_be_in_one_copy_at_a_time()
    {
        var database = await _places.NewAsync(Engine.Postgres);
        await using var other = await Places.OpenAsync(database);

        (await Should.ThrowAsync<StoreStartException>(
            CopyAsync(await StoreAsync(Engine.Sqlite), database, new() { Patience = TimeSpan.Zero }))).Message.ShouldContain("in use");
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_source_that_is_not_there_is_said_so_and_no_target_is_made(Engine engine)
    {
        var (nothing, target) = (await _places.NewAsync(engine), (SqliteAddress)await _places.NewAsync(Engine.Sqlite));

        (await Should.ThrowAsync<StoreStartException>(CopyAsync(nothing, target))).Message.ShouldContain("There is no");

        File.Exists(target.File).ShouldBeFalse();
    }

    /// <summary>With an account, a user, and the user's role in the account and in a group; the group was made at revision 3.</summary>
    private async Task<StoreAddress> StoreAsync(Engine engine)
    {
        var source = await _places.NewAsync(Engine.Sqlite);
        await WriteAsync(source, async store =>
        {
            await store.AddUserAsync(new("org-1"), "ada");
            await store.AddScopeAsync(new("org-1"), ScopeId.Group("g"));
            await store.GiveAsync(new("org-1"), "ada", ScopeId.Group("g"), "View Destination");
            await store.GiveAsync(new("org-1"), "ada", ScopeId.Account(new("org-1")), "Account Reviewer");
        });
        if (engine == Engine.Sqlite)
        {
            return source;
        }

        var database = await _places.NewAsync(engine);
        await CopyAsync(source, database);
        return database;
    }

    private static async Task WriteAsync(StoreAddress address, Func<SqliteStore, Task> write)
    {
        await using var store = await OpenAsync(address);
        await store.OpenAccountAsync(new("org-1"));
        await write(store);
    }

    private static async Task<SqliteStore> OpenAsync(StoreAddress address) =>
        await SqliteStore.OpenAsync(new() { File = ((SqliteAddress)address).File }, new TestClock(), Token);

    private static async Task<Listener> CopyAsync(StoreAddress from, StoreAddress to, CopyOptions? options = null)
    {
        var listener = new Listener();
        await StoreCopy.RunAsync(from, to, options ?? Places.FewRows, listener, Token);
        return listener;
    }
}
