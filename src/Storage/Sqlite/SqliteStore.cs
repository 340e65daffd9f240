using Roster.Core.Accounts;
using Roster.Core.Outcomes;
using Roster.Core.Storage;
using Roster.Core.Values;
using Roster.Storage.Sql;
using Roster.Storage.Sql.Queueing;
using Roster.Storage.Sql.Reads;
using Roster.Storage.Sql.Statements;

namespace Roster.Storage.Sqlite;

/// <summary>All accounts in one SQLite file, owned by one process.</summary>
public sealed class SqliteStore : ISqlStore, IAsyncDisposable
{
    private static readonly TimeSpan ReadinessPatience = TimeSpan.FromSeconds(2);
    private readonly FileOwnership _ownership;
    private readonly TimeProvider _time;
    private readonly SqliteReaders _readers;
    private readonly SqliteReaders _longReaders;
    private readonly SqliteWriter _writer;
    private readonly CommittedRevisions _revisions = new();
    private readonly KeyPlaces _keys = new();

    private SqliteStore(
        FileOwnership ownership,
        SqliteFile file,
        SqliteConnection connection,
        (string Epoch, byte[] Secret) identity,
        SqliteOptions options,
        TimeProvider time)
    {
        _ownership = ownership;
        _time = time;
        (Epoch, Secret) = (identity.Epoch, identity.Secret);
        _readers = new(file, options);
        _longReaders = new(file, options.ForLongReads());
        _writer = new(connection, options, time, _revisions.Committed);
    }

    public string Epoch { get; }

    public ReadOnlyMemory<byte> Secret { get; }

    /// <summary>How many batches were committed.</summary>
    internal long Commits => _writer.Commits;

    public Instant Now => Instant.From(_time.GetUtcNow());

    /// <summary>Takes the file for this process, brings its tables up to date, and starts the writer.</summary>
    /// <exception cref="StoreStartException">
    /// Another process owns the file, its tables are newer than this program, or it cannot be read and written.
    /// </exception>
    public static ValueTask<SqliteStore> OpenAsync(
        SqliteOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        options.Validate();
        var file = new SqliteFile(options);
        return new(file.Take((ownership, connection) =>
        {
            var identity = SqliteSchema.TakeIdentity(connection, file.Path);
            var store = new SqliteStore(ownership, file, connection, identity, options, time);
            store._writer.Start();
            return store;
        }));
    }

    public ValueTask<Outcome<T>> ReadAsync<T>(
        AccountId account, long atLeast, Func<IReads, ValueTask<Outcome<T>>> question, CancellationToken cancellationToken) =>
        AskAsync(_readers, account, question, cancellationToken);

    public ValueTask<Outcome<T>> ReadLongAsync<T>(
        AccountId account, Func<IReads, ValueTask<Outcome<T>>> question, CancellationToken cancellationToken) =>
        AskAsync(_longReaders, account, question, cancellationToken);

    public ValueTask<Outcome<TAnswer>> WriteAsync<TFacts, TAnswer>(
        Write<TFacts, TAnswer> write, CancellationToken cancellationToken)
    {
        var work = new AccountWrite<TFacts, TAnswer>(write) { MayTakeLong = write.MayTakeLong };
        return new(_writer.RunAsync(work, work.Answered, cancellationToken));
    }

    public ValueTask<long> RevisionAsync(AccountId account, CancellationToken cancellationToken) =>
        _revisions.TryGet(account, out var revision) ? new(revision) : LoadRevisionAsync(account, cancellationToken);

    public ValueTask<AccountId?> AccountOfKeyAsync(KeyId key, CancellationToken cancellationToken) =>
        _keys.Find(key) is { } account ? new(account) : LoadAccountOfKeyAsync(key, cancellationToken);

    public async ValueTask<IReadOnlyList<Account>> AccountsAsync(string after, int limit, CancellationToken cancellationToken) =>
        await QueryAsync(sql => sql.ManyAsync(AccountStatements.List, Rows.Account, after, limit), cancellationToken);

    public ValueTask NoteKeyUseAsync(IReadOnlyList<KeyUse> uses, CancellationToken cancellationToken) => new(AlterAsync(
        sql =>
        {
            foreach (var use in uses)
            {
                sql.Write(KeyStatements.NoteUse, use.Account.Value, use.Key.Value, use.At);
            }
        },
        cancellationToken));

    public void Follow(IFollower follower) => _revisions.Follow(follower);

    /// <summary>Proved by a write that changes nothing: only that meets a full disk, or a writer that hangs.</summary>
    public async ValueTask<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        bound.CancelAfter(ReadinessPatience);
        try
        {
            await AlterAsync(Probe, bound.Token).WaitAsync(bound.Token);
            return _revisions.FollowersAreTrue;
        }
        catch (Exception exception) when (exception is StoreUnavailableException or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return false;
        }
    }

    /// <summary>Finishes what waits, then lets the file go.</summary>
    public async ValueTask DisposeAsync()
    {
        _readers.Dispose();
        _longReaders.Dispose();
        await _writer.DisposeAsync();
        _ownership.Dispose();
    }

    ValueTask<T> ISqlStore.QueryAsync<T>(Func<ISql, ValueTask<T>> query, CancellationToken cancellationToken) =>
        QueryAsync(query, cancellationToken);

    ValueTask ISqlStore.AlterAsync(Action<ISqlWriter> statements, CancellationToken cancellationToken) =>
        new(AlterAsync(statements, cancellationToken));

    internal static StoreUnavailableException CannotRead(Exception reason) => new("The store could not be read.", reason);

    private async ValueTask<Outcome<T>> AskAsync<T>(
        SqliteReaders readers, AccountId account, Func<IReads, ValueTask<Outcome<T>>> question, CancellationToken cancellationToken)
    {
        using var snapshot = await readers.BeginAsync(cancellationToken);
        SqlReads? reads = null;
        try
        {
            reads = await SqlReads.BeginAsync(snapshot.Connection, account, Now);
            var outcome = await question(reads);
            return outcome.At(reads.Revision);
        }
        catch (SqliteException exception)
        {
            throw CannotRead(exception);
        }
        finally
        {
            reads?.End();
        }
    }

    private async ValueTask<T> QueryAsync<T>(Func<ISql, ValueTask<T>> query, CancellationToken cancellationToken)
    {
        using var snapshot = await _readers.BeginAsync(cancellationToken);
        try
        {
            return await query(snapshot.Connection);
        }
        catch (SqliteException exception)
        {
            throw CannotRead(exception);
        }
    }

    private Task<Done> AlterAsync(Action<ISqlWriter> statements, CancellationToken cancellationToken)
    {
        var work = new StatementWork(statements);
        return _writer.RunAsync(work, work.Answered, cancellationToken);
    }

    private void Probe(ISqlWriter sql) =>
        sql.Write(StoreStatements.Probe, Now.ToDateTimeOffset().ToString("O"));

    private async ValueTask<long> LoadRevisionAsync(AccountId account, CancellationToken cancellationToken)
    {
        var revision = await QueryAsync(
            sql => sql.OneAsync(AccountStatements.Revision, Rows.Number, account.Value), cancellationToken);
        return revision == 0 ? 0 : _revisions.Fill(account, revision);
    }

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
}
