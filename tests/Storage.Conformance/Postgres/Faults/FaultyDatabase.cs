using Npgsql;
using Roster.Storage.Postgres;
using Roster.Testing.Postgres;

namespace Roster.Tests.Storage.Conformance.Postgres.Faults;

/// <summary>A database behind a bad network, with one store on it, and the account <see cref="Home"/>.</summary>
internal sealed class FaultyDatabase : IAsyncDisposable
{
    private readonly PostgresCluster _cluster;
    private readonly string _connection;

    private FaultyDatabase(PostgresCluster cluster, string connection)
    {
        (_cluster, _connection) = (cluster, connection);
        Direct = NpgsqlDataSource.Create(connection);
        Proxy = PostgresProxy.Before(connection);
    }

    public static AccountId Home { get; } = new("org-home");

    public PostgresProxy Proxy { get; }

    /// <summary>Past the proxy: for what others do to the database.</summary>
    public NpgsqlDataSource Direct { get; }

    public PostgresStore Store { get; private set; } = null!;

    public static async Task<FaultyDatabase> OpenAsync(TimeSpan patience, int lanes = 2)
    {
        var cluster = await PostgresCluster.SharedAsync();
        var database = new FaultyDatabase(cluster, await cluster.CreateDatabaseAsync());
        var options = new PostgresOptions
        {
            Connection = database.Proxy.Connection, Patience = patience, Lanes = lanes, ClockIsGiven = true,
        };
        database.Store = await PostgresStore.OpenAsync(options, new TestClock(), TestContext.Current.CancellationToken);
        await database.Store.OpenAccountAsync(Home);
        return database;
    }

    public async Task ExecuteAsync(string statement)
    {
        await using var command = Direct.CreateCommand(statement);
        await command.ExecuteNonQueryAsync();
    }

    public async Task<long> CountAsync(string what)
    {
        await using var command = Direct.CreateCommand($"SELECT COUNT(*) FROM {what}");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Another session that holds a lock until it is disposed.</summary>
    public async Task<Session> LockAsync(string statement)
    {
        var session = await Session.BeginAsync(Direct);
        await session.ExecuteAsync(statement);
        return session;
    }

    public Task<Session> LockAsync(AccountId account) =>
        LockAsync($"SELECT 1 FROM accounts WHERE account = '{account.Value}' FOR UPDATE");

    /// <summary>The account's log: numbered without a gap, and as long as the account's revision says.</summary>
    public async Task<IReadOnlyList<LogEntry>> LogAsync(AccountId account)
    {
        var log = await Store.AskAsync(account, reads => reads.ChangesAsync(0, 10_000));
        log.Select(entry => entry.Revision).ShouldBe(Enumerable.Range(1, log.Count).Select(i => (long)i));
        (await Store.RevisionAsync(account)).ShouldBe(log.Count);
        return log;
    }

    public async ValueTask DisposeAsync()
    {
        Proxy.SpeakAgain();
        await Store.DisposeAsync();
        await Proxy.DisposeAsync();
        await Direct.DisposeAsync();
        await _cluster.DropDatabaseAsync(_connection);
    }

    /// <summary>A transaction of somebody who is no server of ours.</summary>
    internal sealed class Session : IAsyncDisposable
    {
        private readonly NpgsqlConnection _connection;

        private Session(NpgsqlConnection connection) => _connection = connection;

        public static async Task<Session> BeginAsync(NpgsqlDataSource source)
        {
            var session = new Session(await source.OpenConnectionAsync());
            await session.ExecuteAsync("BEGIN");
            return session;
        }

        public async Task ExecuteAsync(string statement)
        {
            await using var command = new NpgsqlCommand(statement, _connection);
            await command.ExecuteNonQueryAsync();
        }

        public async ValueTask DisposeAsync()
        {
            await ExecuteAsync("ROLLBACK");
            await _connection.DisposeAsync();
        }
    }
}
