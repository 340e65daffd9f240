using Roster.Core.Accounts;
using Roster.Core.Changes;
using Roster.Core.Outcomes;
using Roster.Core.Storage;
using Roster.Core.Values;
using Roster.Storage.Postgres.Following;
using Roster.Storage.Postgres.Reading;
using Roster.Storage.Postgres.Writing;
using Roster.Storage.Sql;
using Roster.Storage.Sql.Queueing;
using Roster.Storage.Sql.Reads;
using Roster.Storage.Sql.Statements;

namespace Roster.Storage.Postgres;

/// <summary>All accounts in one PostgreSQL database, served by any number of processes.</summary>
public sealed class PostgresStore : ISqlStore, IAsyncDisposable
{
    private static readonly TimeSpan ReadinessPatience = TimeSpan.FromSeconds(2);
    private readonly PostgresServer _primary;
    private readonly ReadLanes _reads;
    private readonly ReadLanes _longReads;
    private readonly Replica? _replica;
    private readonly WriteLanes _writes;
    private readonly Positions _positions;
    private readonly DatabaseClock _clock;
    private readonly Watch _watch;
    private readonly KeyPlaces _keys = new();
    private readonly TimeSpan _patience;

    private PostgresStore(PostgresServer primary, PostgresOptions options, TimeProvider time, DatabaseClock clock)
    {
        _patience = options.Patience;
        _primary = primary;
        _clock = clock;
        _positions = new(ReadLogAsync);
        _primary.OnNewHistory = _positions.BeginAnew;
        _reads = new(_primary.NewLane, options, time, clock);
        _longReads = new(_primary.NewLane, options.ForLongReads(), time, clock);
        _writes = new(_primary, options, time, clock, _positions, (account, revision) => _watch!.Hint(account, revision));
        _replica = options.Replica is { } replica ? ReplicaAt(replica, options, time, clock) : null;
        _watch = new(_primary, _positions, ConfirmAsync);
    }

    public string Epoch => _primary.Epoch;

    public ReadOnlyMemory<byte> Secret => StoreSecret.Parse(_primary.Secret);

    public Instant Now => _clock.Now;

    /// <summary>How many transactions of writers were committed.</summary>
    internal long Commits => _writes.Commits;

    /// <summary>Connects, brings the tables up to date, and starts the lanes. Waits for a database that is not there yet, within its patience.</summary>
    /// <exception cref="StoreStartException">
    /// The database cannot be reached or used, or its tables are newer than this program.
    /// </exception>
    public static async Task<PostgresStore> OpenAsync(
        PostgresOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        options.Validate();
        var clock = new DatabaseClock(time, options.ClockIsGiven);
        var primary = await PostgresServer.PrimaryAsync(options, time, clock, cancellationToken);
        return new(primary, options, time, clock);
    }

    /// <summary>Waits while another process is at its first start. Others then wait until the answer is disposed.</summary>
    /// <exception cref="StoreStartException">The other process does not finish, or the database is away.</exception>
    public Task<IAsyncDisposable> TakeFirstStartAsync(CancellationToken cancellationToken) =>
        _primary.HoldAsync(AdvisoryLock.FirstStart, _patience, cancellationToken);

    public async ValueTask<Outcome<T>> ReadAsync<T>(
        AccountId account, long atLeast, Func<IReads, ValueTask<Outcome<T>>> question, CancellationToken cancellationToken)
    {
        if (atLeast > 0
            && _replica is not null
            && await _replica.AskAsync(new ReplicaQuestion<T>(account, atLeast, Epoch, question), cancellationToken) is { } known)
        {
            return known;
        }

        var asked = new AccountQuestion<T>(account, question);
        var outcome = await _reads.AskAsync(asked, cancellationToken);
        await ToldAsync(_positions.SeenAsync(asked.Epoch, account, outcome.Revision));
        return outcome;
    }

    public async ValueTask<Outcome<T>> ReadLongAsync<T>(
        AccountId account, Func<IReads, ValueTask<Outcome<T>>> question, CancellationToken cancellationToken)
    {
        var asked = new AccountQuestion<T>(account, question);
        var outcome = await _longReads.AskAsync(asked, cancellationToken);
        await ToldAsync(_positions.SeenAsync(asked.Epoch, account, outcome.Revision));
        return outcome;
    }

    public async ValueTask<Outcome<TAnswer>> WriteAsync<TFacts, TAnswer>(
        Write<TFacts, TAnswer> write, CancellationToken cancellationToken)
    {
        var work = new AccountWrite<TFacts, TAnswer>(write) { MayTakeLong = write.MayTakeLong };
        return await _writes.RunAsync(work.Account, work, work.Answered, cancellationToken);
    }

    public ValueTask<long> RevisionAsync(AccountId account, CancellationToken cancellationToken)
    {
        _positions.Find(Epoch, account)?.Ask();
        return ConfirmAsync(account, cancellationToken);
    }

    public ValueTask<AccountId?> AccountOfKeyAsync(KeyId key, CancellationToken cancellationToken) =>
        _keys.Find(key) is { } account ? new(account) : LoadAccountOfKeyAsync(key, cancellationToken);

    public async ValueTask<IReadOnlyList<Account>> AccountsAsync(string after, int limit, CancellationToken cancellationToken) =>
        await QueryAsync(sql => sql.ManyAsync(AccountStatements.List, Rows.Account, after, limit), cancellationToken);

    /// <summary>In one order at every process, since each row is locked until the end.</summary>
    public async ValueTask NoteKeyUseAsync(IReadOnlyList<KeyUse> uses, CancellationToken cancellationToken)
    {
        foreach (var account in uses.GroupBy(use => use.Account.Value))
        {
            var ordered = account.OrderBy(use => use.Key.Value, StringComparer.Ordinal).ToList();
            await AlterAsync(
                sql => ordered.ForEach(use => sql.Write(KeyStatements.NoteUse, use.Account.Value, use.Key.Value, use.At)),
                cancellationToken);
        }
    }

    public void Follow(IFollower follower) => _positions.Follow(follower);

    /// <summary>Proved by a write that changes nothing: only that meets a full disk, or a server that takes no writes.</summary>
    public async ValueTask<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        bound.CancelAfter(ReadinessPatience);
        try
        {
            await AlterAsync(Probe, bound.Token).WaitAsync(bound.Token);
            return _positions.FollowersAreTrue && _clock.IsNear;
        }
        catch (Exception exception) when (exception is StoreUnavailableException or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return false;
        }
    }

    /// <summary>Finishes what waits, then lets the connections go.</summary>
    public async ValueTask DisposeAsync()
    {
        await _watch.DisposeAsync();
        await _writes.DisposeAsync();
        await _reads.DisposeAsync();
        await _longReads.DisposeAsync();
        await _primary.DisposeAsync();
        if (_replica is not null)
        {
            await _replica.DisposeAsync();
        }
    }

    ValueTask<T> ISqlStore.QueryAsync<T>(Func<ISql, ValueTask<T>> query, CancellationToken cancellationToken) =>
        new(QueryAsync(query, cancellationToken));

    ValueTask ISqlStore.AlterAsync(Action<ISqlWriter> statements, CancellationToken cancellationToken) =>
        new(AlterAsync(statements, cancellationToken));

    private Task<T> QueryAsync<T>(Func<ISql, ValueTask<T>> query, CancellationToken cancellationToken) =>
        _reads.AskAsync(new SqlQuestion<T>(query), cancellationToken);

    private Task<Done> AlterAsync(Action<ISqlWriter> statements, CancellationToken cancellationToken)
    {
        var work = new StatementWork(statements);
        return _writes.RunAsync(AccountQueue.OfNoAccount, work, work.Answered, cancellationToken);
    }

    /// <summary>
    /// Questions that wait together are one look at the database, begun after each of them came. Of an account that is followed it
    /// asks for what happened since, which is at once the latest revision and what the followers have to be told.
    /// </summary>
    private async ValueTask<long> ConfirmAsync(AccountId account, CancellationToken cancellationToken)
    {
        var epoch = Epoch;
        if (_positions.Find(epoch, account) is not { } position)
        {
            return await BeginFollowingAsync(account, cancellationToken);
        }

        var after = position.Applied;
        var question = new SqlQuestion<List<LogEntry>>(sql => LogAfterAsync(sql, account, after, Position.Chunk));
        var since = await _reads.AskAsync(question, cancellationToken);
        if (question.Epoch != epoch || since.Count == Position.Chunk)
        {
            return await BeginFollowingAsync(account, cancellationToken);
        }

        var latest = since is [.., var last] ? last.Revision : after;
        await ToldAsync(position.CatchUpAsync(latest, since));
        return latest;
    }

    private async ValueTask<long> BeginFollowingAsync(AccountId account, CancellationToken cancellationToken)
    {
        var question = new AccountQuestion<Done>(account, static _ => new(default(Done)));
        var latest = await _reads.AskAsync(question, cancellationToken);
        await ToldAsync(_positions.CatchUpAsync(question.Epoch, account, latest.Revision));
        return latest.Revision;
    }

    /// <summary>Waits for a commit of this process that is on its way, but not for one whose answer does not come.</summary>
    private async ValueTask ToldAsync(ValueTask telling)
    {
        if (telling.IsCompletedSuccessfully)
        {
            return;
        }

        var told = telling.AsTask();
        await told.WaitAsync(_patience).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await (told.IsCompleted ? told : throw new StoreUnavailableException("The followers were not told in time."));
    }

    private void Probe(ISqlWriter sql) => sql.Write(StoreStatements.Probe, Now.ToDateTimeOffset().ToString("O"));

    private async ValueTask<AccountId?> LoadAccountOfKeyAsync(KeyId key, CancellationToken cancellationToken)
    {
        if (await QueryAsync(sql => sql.OneAsync(KeyStatements.AccountOf, Rows.Text, key.Value), cancellationToken) is not { } id)
        {
            return null;
        }

        var account = new AccountId(id);
        _keys.Add(key, account);
        return account;
    }

    private async Task<IReadOnlyList<LogEntry>> ReadLogAsync(AccountId account, long after, int limit) =>
        await QueryAsync(sql => LogAfterAsync(sql, account, after, limit), CancellationToken.None);

    private static ValueTask<List<LogEntry>> LogAfterAsync(ISql sql, AccountId account, long after, int limit) =>
        sql.ManyAsync(LogStatements.List, Rows.LogEntry, account.Value, after, limit);

    private Replica ReplicaAt(string connection, PostgresOptions options, TimeProvider time, DatabaseClock clock)
    {
        var server = PostgresServer.Replica(connection, options, _primary);
        return new(server, new(server.NewLane, options, time, clock), time);
    }
}
