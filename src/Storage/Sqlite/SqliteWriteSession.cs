using Roster.Core.Storage;
using Roster.Core.Values;
using Roster.Storage.Sql.Applying;
using Roster.Storage.Sql.Queueing;
using Roster.Storage.Sql.Reads;

namespace Roster.Storage.Sqlite;

/// <summary>Runs queued work while the writer's transaction is open. Throws what must roll that back.</summary>
internal sealed class SqliteWriteSession(SqliteConnection connection, TimeProvider time, int bigEnd)
{
    private readonly SetWriter _sets = new(connection, bigEnd);

    public void Run(QueuedWork work)
    {
        switch (work)
        {
            case AccountWork account:
                Run(account);
                break;
            case StatementWork statements:
                statements.Write(connection);
                break;
        }
    }

    private void Run(AccountWork work)
    {
        var began = SqlReads.BeginAsync(connection, work.Account, Instant.From(time.GetUtcNow()));
        var reads = began.IsCompleted ? began.GetAwaiter().GetResult() : throw new InvalidOperationException("SQLite answers at once.");
        try
        {
            work.EndReading(work.ReadAsync(reads));
            if (work.Refusal is null)
            {
                work.Decide(new Moment(reads.Now, reads.Revision));
            }
        }
        finally
        {
            reads.End();
        }

        // The engine's errors are the batch's, whatever became of them in the caller's code.
        if (work.Refusal is SqliteException failure)
        {
            throw failure;
        }

        if (work.Set is { } set)
        {
            _sets.Write(set, work.Token);
            _sets.Advance(set.Account, set.First - 1, set.Last, set.At);
        }

        _sets.Leave(work.Account, work.Notes, reads.Now);
    }
}
