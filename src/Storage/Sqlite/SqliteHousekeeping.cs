using Roster.Core.Changes;
using Roster.Storage.Sql;
using SQLitePCL;

namespace Roster.Storage.Sqlite;

/// <summary>What the writer does between batches: keeps the write-ahead log short, and deletes what ended scopes left.</summary>
internal sealed class SqliteHousekeeping
{
    private const int PageBytes = 4_096;
    private const int PurgeRows = 2_000;

    /// <summary>Long enough for any honest reader; a backup holds its snapshot longer, and then the log may grow meanwhile.</summary>
    private const int CheckpointMilliseconds = 50;
    private const int BusyMilliseconds = 5_000;

    private static readonly TimeSpan WhenIdle = TimeSpan.FromSeconds(60);
    private static readonly Func<IRow, Purge> ReadPurge =
        static row => new(row.Text(0), row.Number(1), row.Text(2));

    private readonly SqliteConnection _connection;
    private readonly long _walPages;
    private long _pages;
    private long _checkpointAt;
    private bool _mayPurge = true;
    private bool _purgeFailed;

    public SqliteHousekeeping(SqliteConnection connection, SqliteOptions options)
    {
        _connection = connection;
        _walPages = options.WalBytes / PageBytes;
        _checkpointAt = _walPages;
    }

    /// <summary>How long the writer may sleep with nothing queued.</summary>
    public TimeSpan Idle => _mayPurge ? TimeSpan.Zero : WhenIdle;

    /// <summary>An ended scope may have been too big to be deleted at once.</summary>
    public void Committed(CommittedSet set)
    {
        foreach (var change in set.Changes)
        {
            _mayPurge |= change is ScopeEnded;
        }
    }

    public void AfterBatch()
    {
        if (_mayPurge || _purgeFailed)
        {
            PurgeSome();
        }

        _pages += PagesWritten();
        if (_pages >= _checkpointAt)
        {
            Checkpoint();
        }
    }

    public void AtEnd() =>
        raw.sqlite3_wal_checkpoint_v2(_connection.Handle, "main", raw.SQLITE_CHECKPOINT_TRUNCATE, out _, out _);

    private void Checkpoint()
    {
        raw.sqlite3_busy_timeout(_connection.Handle, CheckpointMilliseconds);
        var result = raw.sqlite3_wal_checkpoint_v2(
            _connection.Handle, "main", raw.SQLITE_CHECKPOINT_RESTART, out _, out _);
        raw.sqlite3_busy_timeout(_connection.Handle, BusyMilliseconds);
        if (result == raw.SQLITE_OK)
        {
            _pages = 0;
            _checkpointAt = _walPages;
        }
        else
        {
            // Somebody reads an old snapshot. Waiting for them after every batch would cost more than the log's growth.
            _checkpointAt = _pages + (_walPages / 4);
        }
    }

    private long PagesWritten()
    {
        raw.sqlite3_db_status(_connection.Handle, raw.SQLITE_DBSTATUS_CACHE_WRITE, out var pages, out _, 1);
        return pages;
    }

    /// <summary>A chunk at a time, so that no write waits for more. Not a change: the rows are unreachable already.</summary>
    private void PurgeSome()
    {
        try
        {
            var purge = _connection.One(
                "SELECT account, scope_kind, scope_id FROM purges LIMIT 1", ReadPurge);
            _mayPurge = purge is not null;
            if (purge is not null)
            {
                _connection.BeginWriting();
                Delete(purge);
                _connection.Commit();
            }

            _purgeFailed = false;
        }
        catch (SqliteException)
        {
            // The disk may be full. The row in purges says what is left; the next batch, or minute, tries again.
            _connection.TryRollback();
            (_mayPurge, _purgeFailed) = (false, true);
        }
    }

    private void Delete(Purge purge)
    {
        var deleted = _connection.Execute(
            """
            DELETE FROM memberships WHERE rowid IN (
                SELECT rowid FROM memberships WHERE account = $1 AND scope_kind = $2 AND scope_id = $3 LIMIT $4)
            """,
            purge.Account,
            purge.Kind,
            purge.Scope,
            PurgeRows);
        if (deleted < PurgeRows)
        {
            _connection.Execute(
                "DELETE FROM purges WHERE account = $1 AND scope_kind = $2 AND scope_id = $3",
                purge.Account,
                purge.Kind,
                purge.Scope);
        }
    }

    private sealed record Purge(string Account, long Kind, string Scope);
}
