using Roster.Core.Accounts;
using Roster.Core.Changes;
using Roster.Core.Storage;
using Roster.Core.Values;
using Roster.Storage.Sql.Statements;

namespace Roster.Storage.Sql.Reads;

/// <summary>One snapshot of one account, over whatever engine the connection is to.</summary>
internal sealed partial class SqlReads : IReads
{
    private readonly string _account;
    private ISql? _sql;

    private SqlReads(ISql sql, AccountId id, Account? account, Instant now)
    {
        _sql = sql;
        _account = id.Value;
        Account = account;
        Now = now;
    }

    public Account? Account { get; }

    public Instant Now { get; }

    public long Revision => Account?.Revision ?? 0;

    private ISql Sql => _sql ?? throw new ObjectDisposedException(nameof(IReads), "The snapshot has ended.");

    /// <param name="clock">The store's clock; an account's time never goes back behind its latest change.</param>
    public static async ValueTask<SqlReads> BeginAsync(ISql sql, AccountId id, Instant clock)
    {
        var account = await sql.OneAsync(AccountStatements.Find, Rows.Account, id.Value);
        return new(sql, id, account, account is null ? clock : Instant.Later(clock, account.ChangedAt));
    }

    /// <summary>Reads of an account whose row has been read, in a write's transaction.</summary>
    public static SqlReads Of(ISql sql, AccountId id, Account? account, Instant now) => new(sql, id, account, now);

    /// <summary>Whoever kept the reads longer than it may gets an exception, not another request's connection.</summary>
    public void End() => _sql = null;

    public async ValueTask<Note?> NoteAsync(string name) =>
        await Sql.OneAsync(NoteStatements.Find, Rows.Bytes, _account, name, Note.ExpiredAt(Now)) is { } content ? new(name, content) : null;

    public async ValueTask<IReadOnlyList<LogEntry>> ChangesAsync(long after, int limit)
    {
        var entries = new BoundedPage<LogEntry>(Rows.LogEntry, Rows.LargeOfLogEntry);
        return BoundedPage<LogEntry>.Cut(await Sql.ManyAsync(LogStatements.List, entries.Read, _account, after, limit));
    }
}
