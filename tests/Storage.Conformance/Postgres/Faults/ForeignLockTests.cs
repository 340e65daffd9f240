namespace Roster.Tests.Storage.Conformance.Postgres.Faults;

/// <summary>Somebody else's session holds what a lane wants.</summary>
public sealed class ForeignLockTests
{
    [Fact]
    public async Task Accounts_that_are_locked_outside_stop_nobody_else()
    {
        await using var database = await FaultyDatabase.OpenAsync(TimeSpan.FromSeconds(8), lanes: 2);
        var store = database.Store;
        AccountId[] locked = [new("org-a"), new("org-b"), new("org-c")];
        await Task.WhenAll(locked.Select(account => store.OpenAccountAsync(account)));
        var refused = new List<Task<StoreUnavailableException>>();
        await using (var session = await database.LockAsync("SELECT 1 FROM accounts WHERE account <> 'org-home' FOR UPDATE"))
        {
            refused.AddRange(locked.Select(account => Should.ThrowAsync<StoreUnavailableException>(store.AddUserAsync(account, "late"))));
            for (var i = 0; i < 50; i++)
            {
                await store.AddUserAsync(FaultyDatabase.Home, $"u{i}");
            }

            refused.ShouldAllBe(write => !write.IsCompleted);
            (await Task.WhenAll(refused)).ShouldAllBe(told => !told.MayBeWritten);
        }

        foreach (var account in locked)
        {
            (await store.AddUserAsync(account, "next")).Number(0).ShouldBe(2);
        }
    }

    [Fact]
    public async Task A_locked_account_is_written_once_its_lock_is_gone()
    {
        await using var database = await FaultyDatabase.OpenAsync(TimeSpan.FromSeconds(60));
        Task<Moment> writing;
        await using (await database.LockAsync(FaultyDatabase.Home))
        {
            writing = database.Store.AddUserAsync(FaultyDatabase.Home, "u1");

            // Long enough for the lane to give up waiting in the database.
            await Should.ThrowAsync<TimeoutException>(writing.WaitAsync(TimeSpan.FromSeconds(1)));
        }

        (await writing).Number(0).ShouldBe(2);
    }

    [Fact]
    public async Task A_lane_gives_way_to_a_session_that_wants_its_locks_the_other_way_round()
    {
        await using var database = await FaultyDatabase.OpenAsync(TimeSpan.FromSeconds(60));
        var store = database.Store;
        await store.AddUserAsync(FaultyDatabase.Home, "u1");
        Task<Moment> writing;
        await using (var session = await database.LockAsync("UPDATE users SET given_name = 'Ada' WHERE user_id = 'u1'"))
        {
            writing = store.ApplyAsync(FaultyDatabase.Home, new UserDeleted(new("u1")));
            await session.ExecuteAsync("SELECT 1 FROM accounts WHERE account = 'org-home' FOR UPDATE");
            writing.IsCompleted.ShouldBeFalse();
        }

        (await writing).Number(0).ShouldBe(3);
    }
}
