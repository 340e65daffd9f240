using Roster.Core.Values;
using Roster.Storage.Sql;
using Roster.Storage.Sql.Queueing;
using Roster.Storage.Postgres.Following;

namespace Roster.Storage.Postgres.Writing;

/// <summary>One connection that writes: takes accounts that wait, commits their works together, and only then answers them all.</summary>
/// <param name="hint">Tells other processes, sooner or later.</param>
/// <param name="joins">Whether several accounts may share a transaction.</param>
internal sealed class WriteLane(
    WriteQueue queue, Gathering gathering, LaneConnection connection, DatabaseClock clock, Positions positions, Action<AccountId, long> hint, bool joins)
{
    private readonly List<Turn> _turns = [];

    public long Commits { get; private set; }

    public async Task RunAsync()
    {
        while (await queue.WaitAsync())
        {
            var hasPlace = await gathering.EnterAsync();
            queue.Take(_turns, joins);
            await TakeTurnsAsync();
            if (hasPlace)
            {
                gathering.Leave();
            }
        }

        await connection.DisposeAsync();
    }

    private async ValueTask TakeTurnsAsync()
    {
        var again = await RunTurnsAsync();
        foreach (var turn in _turns)
        {
            queue.Return(turn, [.. turn.Works.Where(again.Contains)]);
        }

        _turns.Clear();
    }

    /// <returns>The works that have to wait again.</returns>
    private async ValueTask<IReadOnlyCollection<QueuedWork>> RunTurnsAsync()
    {
        var turns = _turns.FindAll(turn => turn.Works.Count > 0);
        if (turns.Count == 0)
        {
            return [];
        }

        try
        {
            return turns[0].Queue.Account == AccountQueue.OfNoAccount
                ? await RunStatementsAsync(turns[0].Works)
                : await CommitAsync(turns);
        }
        catch (Exception exception)
        {
            await connection.RecoverAsync(exception);
            turns[0].Queue.IsLocked = PostgresFaults.IsLocked(exception);
            return AfterFailure(turns.SelectMany(turn => turn.Works).ToList(), exception);
        }
    }

    private async ValueTask<IReadOnlyCollection<QueuedWork>> RunStatementsAsync(List<QueuedWork> works)
    {
        var pipeline = await connection.PipelineAsync();
        pipeline.Begin(PostgresStatements.BeginWriting);
        foreach (var work in works.OfType<StatementWork>())
        {
            work.Write(pipeline);
        }

        await pipeline.SendAllAsync();
        pipeline.Write(PostgresStatements.Commit);
        await pipeline.SendAllAsync();
        works.ForEach(work => work.Answer());
        return [];
    }

    private async ValueTask<IReadOnlyCollection<QueuedWork>> CommitAsync(List<Turn> turns)
    {
        var pipeline = await connection.PipelineAsync();
        var transaction = new LaneTransaction(pipeline, clock, account => positions.Find(connection.Epoch, account)?.Applied);
        await transaction.RunAsync(turns);
        await using (var held = await positions.HoldAsync(connection.Epoch, transaction.Accounts))
        {
            await CommitAsync(pipeline, transaction);
            await held.AdvanceAsync();
        }

        foreach (var account in transaction.Accounts.Where(account => account.IsWritten))
        {
            hint(account.Id, account.Revision);
        }

        var done = turns.SelectMany(turn => turn.Works).Where(work => !transaction.Later.Contains(work)).ToList();
        StoreMeasures.Committed(done.Count);
        done.ForEach(work => work.Answer());
        return transaction.Later;
    }

    /// <summary>
    /// COMMIT of a transaction that failed succeeds and commits nothing, so it is sent alone, once every statement before it is
    /// known to have succeeded.
    /// </summary>
    private async ValueTask CommitAsync(Pipeline pipeline, LaneTransaction transaction)
    {
        pipeline.Write(PostgresStatements.Commit);
        try
        {
            await pipeline.SendAllAsync();
            Commits++;
        }
        catch (Exception)
        {
            foreach (var work in transaction.Accounts.SelectMany(account => account.Writers))
            {
                work.InDoubt = true;
            }

            throw;
        }

        foreach (var set in transaction.Accounts.SelectMany(account => account.Sets))
        {
            StoreMeasures.Committed(set);
        }
    }

    /// <summary>
    /// Somebody's trouble is not the others': each again, alone. Who fails again, alone, is told, unless the trouble may pass.
    /// </summary>
    private static List<QueuedWork> AfterFailure(List<QueuedWork> works, Exception exception)
    {
        var again = new List<QueuedWork>();
        foreach (var work in works)
        {
            if (work is { Alone: true, InDoubt: false } && !PostgresFaults.MayPass(exception))
            {
                work.Fail(exception);
                continue;
            }

            work.Alone |= !PostgresFaults.IsNobodys(exception);
            again.Add(work);
        }

        return again;
    }
}
