using Roster.Storage.Copying;
using Roster.Storage.Sql.Tables;

namespace Roster.Tests.Storage.Conformance.Copying;

/// <summary>A digest is worth something only if nothing can change without it.</summary>
public sealed class DigestTests : IAsyncDisposable
{
    private readonly Places _places = new();

    public static TheoryData<Engine> Engines => CopyTests.Engines;

    public ValueTask DisposeAsync() => _places.DisposeAsync();

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Every_column_of_every_table_counts(Engine engine)
    {
        await using var store = await StoreAsync(engine);
        var accounts = await Seen.AccountsAsync(store);
        var digests = await DigestsAsync(store, accounts);
        foreach (var (table, column) in StoreTables.All.SelectMany(table => table.Columns.Select(column => (table, column))))
        {
            await SetAsync(store, table, column, Changed(engine, column));
            var changed = await DigestsAsync(store, accounts);
            await SetAsync(store, table, column, Restored(engine, column));
            var restored = await DigestsAsync(store, accounts);

            digests.Zip(changed, (one, other) => one.DifferenceFrom(other)).ShouldContain(table.Name, column.Name);
            digests.Zip(restored, (one, other) => one.DifferenceFrom(other)).ShouldAllBe(table => table == null, column.Name);
        }
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Null_is_not_the_empty_text_and_a_text_not_its_neighbours(Engine engine)
    {
        await using var store = await StoreAsync(engine);
        var accounts = await Seen.AccountsAsync(store);
        (string Before, string After)[] changes =
        [
            ("given_name = NULL", "given_name = ''"),
            ("given_name = NULL, family_name = ''", "given_name = '', family_name = NULL"),
            ("given_name = 'ab', family_name = 'c'", "given_name = 'a', family_name = 'bc'"),
            ("given_name = 'x', family_name = ''", "given_name = '', family_name = 'x'"),
            ("active = 1, pending = 0", "active = 0, pending = 1"),
        ];
        foreach (var (one, other) in changes)
        {
            await store.CommitAsync(null, sql => sql.Write($"UPDATE users SET {one}"));
            var before = await DigestsAsync(store, accounts);
            await store.CommitAsync(null, sql => sql.Write($"UPDATE users SET {other}"));
            var after = await DigestsAsync(store, accounts);

            before.Zip(after, (one, other) => one.DifferenceFrom(other)).ShouldContain("users", other);
        }
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_byte_that_changed_in_the_target_is_found_and_nothing_is_handed_over(Engine engine)
    {
        await using var histories = await Histories.WriteAsync(seeds: 1);
        var target = await _places.NewAsync(engine);
        var changes = new Listener(
            "Comparing both", () => Seen.Alter(target, "UPDATE changes SET facts = replace(facts, '\"', '''') WHERE revision = 2"));

        var found = await Should.ThrowAsync<StoreCopyException>(
            StoreCopy.RunAsync(histories.Address, target, Places.FewRows, changes, TestContext.Current.CancellationToken));

        found.Message.ShouldContain("org-0x0 differs in changes");
        (await Seen.StoreRowsAsync(histories.Address)).ShouldNotContain(row => row.StartsWith("restored", StringComparison.Ordinal));
        (await Seen.StoreRowsAsync(target)).ShouldContain(row => row.StartsWith("copy=", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("DELETE FROM accounts WHERE account = 'org-0x1'")]
    [InlineData("INSERT INTO accounts (account, name, revision, created_at, changed_at) VALUES ('org-0', '', 0, 0, 0)")]
    [InlineData("INSERT INTO accounts (account, name, revision, created_at, changed_at) VALUES ('org-z', '', 0, 0, 0)")]
    public async Task An_account_too_few_or_too_many_is_found(string statement)
    {
        await using var histories = await Histories.WriteAsync(seeds: 1);
        var target = await _places.NewAsync(Engine.Sqlite);
        var changes = new Listener("Comparing both", () => Seen.Alter(target, statement));

        var found = await Should.ThrowAsync<StoreCopyException>(
            StoreCopy.RunAsync(histories.Address, target, Places.FewRows, changes, TestContext.Current.CancellationToken));

        found.Message.ShouldContain("differs in accounts");
    }

    private async Task<ICopySide> StoreAsync(Engine engine)
    {
        await using var histories = await Histories.WriteAsync(seeds: 2);
        var store = await _places.NewAsync(engine);
        await StoreCopy.RunAsync(histories.Address, store, new CopyOptions(), TextWriter.Null, TestContext.Current.CancellationToken);
        return await Places.OpenAsync(store);
    }

    private static async Task<List<AccountDigest>> DigestsAsync(ICopySide store, List<AccountId> accounts)
    {
        var digests = new List<AccountDigest>();
        foreach (var account in accounts)
        {
            digests.Add(await AccountDigest.OfAsync(store, account.Value, new CopyOptions(), _ => { }, default));
        }

        return digests;
    }

    private static ValueTask SetAsync(ICopySide store, Table table, Column column, string value) => store.CommitAsync(
        null, sql => sql.Write($"UPDATE {table.Name} SET {column.Name} = {value} WHERE {column.Name} IS NOT NULL"));

    /// <summary>Otherwise in every row, and unique where it was.</summary>
    private static string Changed(Engine engine, Column column) => column.Kind switch
    {
        ColumnKind.Text => $"{column.Name} || '~'",
        ColumnKind.Bytes when engine == Engine.Postgres => $"set_byte({column.Name}, 31, get_byte({column.Name}, 31) # 1)",
        ColumnKind.Bytes => $"CAST({column.Name} || x'01' AS BLOB)",
        _ => $"-1 - {column.Name}",
    };

    private static string Restored(Engine engine, Column column) => column.Kind switch
    {
        ColumnKind.Text => $"substr({column.Name}, 1, length({column.Name}) - 1)",
        ColumnKind.Bytes when engine == Engine.Postgres => Changed(engine, column),
        ColumnKind.Bytes => $"substr({column.Name}, 1, 32)",
        _ => Changed(engine, column),
    };
}
