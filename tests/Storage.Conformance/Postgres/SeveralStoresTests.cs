using Npgsql;
using Roster.Core.Memberships;
using Roster.Storage.Postgres;
using Roster.Testing.Postgres;

namespace Roster.Tests.Storage.Conformance.Postgres;

/// <summary>What only shows where several sessions want one account: two stores, as two processes would have, and a stranger.</summary>
public sealed class SeveralStoresTests : IAsyncLifetime
{
    private const int Rounds = 20;
    private static readonly AccountId Home = new("org-home");
    private static readonly ScopeId Counter = ScopeId.Group("counter");
    private readonly TestClock _clock = new();
    private readonly List<PostgresStore> _stores = [];
    private string _connection = "";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _connection = await (await PostgresCluster.SharedAsync()).CreateDatabaseAsync();
        for (var i = 0; i < 2; i++)
        {
            _stores.Add(await PostgresStore.OpenAsync(
                new PostgresOptions { Connection = _connection, Patience = TimeSpan.FromMinutes(2), ClockIsGiven = true }, _clock, Token));
        }

        await _stores[0].OpenAccountAsync(Home);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var store in _stores)
        {
            await store.DisposeAsync();
        }
    }

    /// <summary>Taken with the lock it would be older than the wait for it, and than what was committed meanwhile.</summary>
    [Fact]
    public async Task A_changes_time_is_taken_after_the_wait_for_the_lock()
    {
        await using var stranger = await HoldAsync();
        var writing = _stores[0].AddUserAsync(Home, "u1");
        await WaitingAsync(stranger);
        _clock.Advance(TimeSpan.FromMinutes(5));

        await ReleaseAsync(stranger);

        (await writing).Now.ShouldBe(_clock.Now);
        (await _stores[1].UserAsync(Home, "u1"))!.CreatedAt.ShouldBe(_clock.Now);
    }

    /// <summary>A statement that locks and reads answers with the newest row that it locked, and the oldest of all else.</summary>
    [Fact]
    public async Task What_a_rule_reads_is_read_after_the_wait_for_the_lock()
    {
        await _stores[0].ApplyAsync(Home, Sample.Scope(Home, Counter), new ScopeChanged(Counter, default, "0"));
        await using var stranger = await HoldAsync();
        var writing = IncrementAsync(_stores[0]);
        await WaitingAsync(stranger);
        await ExecuteAsync(stranger, "UPDATE scopes SET settings = '41' WHERE scope_id = 'counter'");

        await ReleaseAsync(stranger);
        await writing;

        (await _stores[1].AskAsync(Home, reads => reads.ScopeAsync(Counter)))!.Settings.ShouldBe("42");
    }

    [Fact]
    public async Task Increments_through_two_stores_lose_none()
    {
        await _stores[0].ApplyAsync(Home, Sample.Scope(Home, Counter), new ScopeChanged(Counter, default, "0"));

        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(() => IncrementAsync(_stores[i % 2]))));

        (await _stores[1].AskAsync(Home, reads => reads.ScopeAsync(Counter)))!.Settings.ShouldBe("200");
    }

    [Fact]
    public async Task Owners_who_leave_through_two_stores_leave_one_behind()
    {
        for (var round = 0; round < Rounds; round++)
        {
            UserId[] owners = [new($"a{round}"), new($"b{round}")];
            foreach (var owner in owners)
            {
                await _stores[0].AddUserAsync(Home, owner.Value);
                await _stores[0].GiveAsync(Home, owner.Value, ScopeId.Account(Home), "Account Administrator");
            }

            var outcomes = await Task.WhenAll(owners.Select((owner, i) => Task.Run(() => LeaveAsync(_stores[i], owner))));
            var left = await _stores[0].AskAsync(Home, reads => reads.OwnersAsync(3));

            outcomes.Count(outcome => outcome.Fault?.Kind == FaultKind.LastOwner).ShouldBe(1);
            left.Count.ShouldBe(1);
            await _stores[0].ApplyAsync(Home, new UserDeleted(left[0]));
        }
    }

    [Fact]
    public async Task A_name_that_two_stores_give_is_given_once()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var name = $"name{round}@example.com";
            var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() => _stores[i % 2].DecideAsync(
                Home,
                reads => reads.UserNamedAsync(name),
                (User? taken, Moment _) => taken is null
                    ? Verdict<Done>.Of(default, Sample.User($"u{round}-{i}", name))
                    : new Fault(FaultKind.UserNameTaken, "The name is taken.")).AsTask())));

            outcomes.Count(outcome => outcome.Fault is null).ShouldBe(1);
        }
    }

    /// <summary>The row of a hot account is updated for ever, and no index may have to know.</summary>
    [Fact]
    public async Task Updates_of_an_accounts_row_stay_on_its_page()
    {
        for (var i = 0; i < 200; i++)
        {
            await _stores[i % 2].AddUserAsync(Home, $"u{i}");
        }

        await using var stranger = await ConnectAsync();
        var (updates, hot) = (0L, 0L);
        await Soon.ShouldBeAsync(
            async () =>
            {
                updates = await CountAsync(stranger, "n_tup_upd");
                hot = await CountAsync(stranger, "n_tup_hot_upd");
                return updates >= 200;
            },
            true);

        // Nearly all: a page whose old rows a snapshot still sees can be full. If an index had to know, there would be none.
        hot.ShouldBeGreaterThan(updates * 9 / 10);
    }

    private static async Task<long> CountAsync(NpgsqlConnection connection, string counter)
    {
        await using var command = new NpgsqlCommand($"SELECT {counter} FROM pg_stat_user_tables WHERE relname = 'accounts'", connection);
        return (long)(await command.ExecuteScalarAsync(Token))!;
    }

    private static Task<Outcome<Done>> IncrementAsync(IStore store) => store.DecideAsync(
        Home,
        async reads => int.Parse((await reads.ScopeAsync(Counter))!.Settings!),
        (int count, Moment _) => Verdict<Done>.Of(default, new ScopeChanged(Counter, default, $"{count + 1}"))).AsTask();

    private static Task<Outcome<Done>> LeaveAsync(IStore store, UserId user) => store.DecideAsync(
        Home,
        reads => reads.OwnersAsync(2),
        (IReadOnlyList<UserId> owners, Moment _) => MembershipRules.KeepsAnOwner(owners, [user]) is { } fault
            ? fault
            : Verdict<Done>.Of(default, new UserDeleted(user))).AsTask();

    private async Task<NpgsqlConnection> ConnectAsync()
    {
        var connection = new NpgsqlConnection(_connection);
        await connection.OpenAsync(Token);
        return connection;
    }

    /// <summary>A stranger who has locked the account.</summary>
    private async Task<NpgsqlConnection> HoldAsync()
    {
        var stranger = await ConnectAsync();
        await ExecuteAsync(stranger, "BEGIN");
        await ExecuteAsync(stranger, $"SELECT 1 FROM accounts WHERE account = '{Home}' FOR UPDATE");
        return stranger;
    }

    private static Task ReleaseAsync(NpgsqlConnection stranger) => ExecuteAsync(stranger, "COMMIT");

    /// <summary>Ends when somebody waits for what the stranger holds. Others look: a transaction sees one state of what goes on.</summary>
    private async Task WaitingAsync(NpgsqlConnection stranger)
    {
        await using var watcher = await ConnectAsync();
        await using var command = new NpgsqlCommand(
            $"SELECT EXISTS (SELECT 1 FROM pg_stat_activity WHERE {stranger.ProcessID} = ANY (pg_blocking_pids(pid)))", watcher);
        await Soon.ShouldBeAsync(async () => (bool)(await command.ExecuteScalarAsync(Token))!, true);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string text)
    {
        await using var command = new NpgsqlCommand(text, connection);
        await command.ExecuteNonQueryAsync(Token);
    }
}
