using Roster.Storage.Sqlite;

namespace Roster.Tests.Storage.Conformance.Sqlite;

/// <summary>Storage rule 11: the engine ends the whole transaction, and the batch is run again one request at a time.</summary>
public sealed class SqliteFullDiskTests
{
    private const int PageBytes = 4_096;
    private const int FewPages = 40;
    private static readonly string Large = new('x', 1 << 20);

    [Fact]
    public async Task A_set_that_does_not_fit_leaves_nothing_and_its_neighbours_are_written()
    {
        await using var folder = new SqliteFolder();
        var store = await OpenAlmostFullAsync(folder);
        var held = await HeldLock.TakeAsync(store, SqliteFolder.Account);

        var before = store.AddUserAsync(SqliteFolder.Account, "before");
        var large = store.ApplyAsync(SqliteFolder.Account, Sample.User("small-half"), LargeUser("large-half"));
        var after = store.AddUserAsync(SqliteFolder.Account, "after");
        await held.DisposeAsync();

        await Should.ThrowAsync<StoreUnavailableException>(large);
        await before;
        (await after).Revision.ShouldBe((await before).Revision + 1);
        (await store.UserAsync(SqliteFolder.Account, "small-half")).ShouldBeNull();
        (await store.UserAsync(SqliteFolder.Account, "after")).ShouldNotBeNull();
        (await store.AskAsync(SqliteFolder.Account, reads => reads.ChangesAsync(0, 1_000))).Count
            .ShouldBe((int)await store.RevisionAsync(SqliteFolder.Account));
    }

    [Fact]
    public async Task What_was_answered_is_there_after_a_restart()
    {
        await using var folder = new SqliteFolder();
        var store = await OpenAlmostFullAsync(folder);
        await Should.ThrowAsync<StoreUnavailableException>(store.ApplyAsync(SqliteFolder.Account, LargeUser("large")));
        await store.AddUserAsync(SqliteFolder.Account, "small");
        await store.DisposeAsync();

        var again = await folder.OpenAsync();

        (await again.UserAsync(SqliteFolder.Account, "small")).ShouldNotBeNull();
        (await again.UserAsync(SqliteFolder.Account, "large")).ShouldBeNull();
    }

    private static UserCreated LargeUser(string id) =>
        new(new UserId(id), true, false, Sample.Person($"{id}@example.com") with { Picture = Large });

    private static async Task<SqliteStore> OpenAlmostFullAsync(SqliteFolder folder)
    {
        await (await folder.OpenAsync(new SqliteOptions { File = folder.File }, users: 10)).DisposeAsync();
        var pages = (int)(new FileInfo(folder.File).Length / PageBytes);
        return await folder.OpenAsync(new SqliteOptions { File = folder.File, MaxPages = pages + FewPages });
    }
}
