using Roster.Storage.Sqlite;

namespace Roster.Tests.Storage.Conformance.Sqlite;

/// <summary>What waits is bounded, in number and in time.</summary>
public sealed class SqliteQueueTests
{
    [Fact]
    public async Task A_write_that_waits_too_long_is_refused_and_never_done()
    {
        await using var folder = new SqliteFolder();
        var store = await folder.OpenAsync(Impatient(folder), users: 1);
        var held = await HeldLock.TakeAsync(store, SqliteFolder.Account);

        await Should.ThrowAsync<StoreUnavailableException>(store.AddUserAsync(SqliteFolder.Account, "late"));
        (await store.IsReadyAsync(default)).ShouldBeFalse();
        await held.DisposeAsync();

        await store.AddUserAsync(SqliteFolder.Account, "next");
        (await store.UserAsync(SqliteFolder.Account, "late")).ShouldBeNull();
        (await store.IsReadyAsync(default)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_full_queue_refuses_at_once_and_keeps_what_it_has()
    {
        await using var folder = new SqliteFolder();
        var store = await folder.OpenAsync(new SqliteOptions { File = folder.File, Queue = 1 }, users: 1);
        var held = await HeldLock.TakeAsync(store, SqliteFolder.Account);

        var waiting = store.AddUserAsync(SqliteFolder.Account, "waiting");
        await Should.ThrowAsync<StoreUnavailableException>(store.AddUserAsync(SqliteFolder.Account, "too-many"));
        await held.DisposeAsync();

        await waiting;
        (await store.UserAsync(SqliteFolder.Account, "too-many")).ShouldBeNull();
    }

    [Fact]
    public async Task A_question_that_finds_no_reader_is_refused()
    {
        await using var folder = new SqliteFolder();
        var store = await folder.OpenAsync(Impatient(folder), users: 1);
        var release = new TaskCompletionSource();
        var slow = store.AskAsync(SqliteFolder.Account, async reads =>
        {
            await release.Task;
            return reads.Account!.Revision;
        });

        await Should.ThrowAsync<StoreUnavailableException>(store.UserAsync(SqliteFolder.Account, "user-1"));
        release.SetResult();

        (await slow).ShouldBe(2);
        (await store.UserAsync(SqliteFolder.Account, "user-1")).ShouldNotBeNull();
    }

    [Fact]
    public async Task Long_questions_keep_nobody_else_waiting()
    {
        await using var folder = new SqliteFolder();
        var store = await folder.OpenAsync(Impatient(folder), users: 1);
        var release = new TaskCompletionSource();
        var slow = Enumerable.Range(0, 10).Select(_ => store.ReadLongAsync<long>(
            SqliteFolder.Account,
            async reads =>
            {
                await release.Task;
                return reads.Account!.Revision;
            },
            TestContext.Current.CancellationToken).AsTask()).ToList();

        (await store.UserAsync(SqliteFolder.Account, "user-1")).ShouldNotBeNull();
        release.SetResult();

        (await Task.WhenAll(slow)).ShouldAllBe(answer => answer.Value == 2);
    }

    [Fact]
    public async Task A_rule_that_waits_for_something_else_is_refused()
    {
        await using var folder = new SqliteFolder();
        var store = await folder.OpenAsync(new SqliteOptions { File = folder.File }, users: 1);
        var never = new TaskCompletionSource<int>();

        await Should.ThrowAsync<InvalidOperationException>(async () => await store.DecideAsync(
            SqliteFolder.Account,
            _ => new ValueTask<int>(never.Task),
            (int _, Moment _) => Verdict<Done>.Of(default, Sample.User("never"))));

        await store.AddUserAsync(SqliteFolder.Account, "next");
    }

    private static SqliteOptions Impatient(SqliteFolder folder) =>
        new() { File = folder.File, Patience = TimeSpan.FromMilliseconds(100), Readers = 1 };
}
