using Roster.Storage.Sql;
using Roster.Storage.Sqlite;

namespace Roster.Tests.Storage.Conformance.Sqlite;

/// <summary>Storage rule 5: a big scope ends at once, and its rows go afterwards. That they are unreachable meanwhile is a shared spec.</summary>
public sealed class SqlitePurgeTests
{
    private static readonly ScopeId Group = ScopeId.Group("big");

    [Fact]
    public async Task The_rows_of_a_big_scope_are_deleted_in_the_end()
    {
        await using var folder = new SqliteFolder();
        var store = await FillAsync(folder);

        await store.ApplyAsync(SqliteFolder.Account, new ScopeEnded(Group));

        await Soon.ShouldBeAsync(() => CountAsync(store, "memberships"), 0);
        await Soon.ShouldBeAsync(() => CountAsync(store, "purges"), 0);
    }

    [Fact]
    public async Task A_restart_goes_on_with_what_was_left()
    {
        await using var folder = new SqliteFolder();
        ISqlStore store = await FillAsync(folder);
        await store.AlterAsync(
            sql => sql.Write("INSERT INTO purges (account, scope_kind, scope_id) VALUES ($1, 3, 'big')", "org-1"), default);
        (await CountAsync(store, "memberships")).ShouldBe(5);
        await ((SqliteStore)store).DisposeAsync();

        var again = await folder.OpenAsync();

        await Soon.ShouldBeAsync(() => CountAsync(again, "memberships"), 0);
    }

    private static async Task<SqliteStore> FillAsync(SqliteFolder folder)
    {
        var store = await folder.OpenAsync(new SqliteOptions { File = folder.File, BigEnd = 2 }, users: 5);
        await store.AddScopeAsync(SqliteFolder.Account, Group);
        for (var i = 1; i <= 5; i++)
        {
            await store.GiveAsync(SqliteFolder.Account, $"user-{i}", Group, "View Destination");
        }

        return store;
    }

    private static async Task<long> CountAsync(ISqlStore store, string table) =>
        await store.QueryAsync(sql => sql.OneAsync($"SELECT COUNT(*) FROM {table}", row => row.Number(0)), default);
}
