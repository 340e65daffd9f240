using Roster.Core.Outcomes;
using Roster.Core.Storage;
using Roster.Storage.Sql.Reads;

namespace Roster.Storage.Sqlite;

/// <summary>A request in the queue: read, decide, apply, and answer once that is committed.</summary>
internal sealed class AccountWrite<TFacts, TAnswer>(Write<TFacts, TAnswer> write) : QueuedWork
{
    private readonly TaskCompletionSource<Outcome<TAnswer>> _answered =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Outcome<TAnswer> _answer;
    private Exception? _refusal;

    public Task<Outcome<TAnswer>> Answered => _answered.Task;

    public override void Run(SqliteWriteSession session)
    {
        Set = null;
        _refusal = null;
        var reads = Finished(SqlReads.BeginAsync(session.Connection, write.Account, session.Clock));
        try
        {
            var verdict = Decide(reads);
            if (verdict.Changes.Count > 0)
            {
                Set = new(write.Account, reads.Revision + 1, reads.Now, write.Actor, write.Door, verdict.Changes);
                session.Write(Set, write.Token);
            }

            _answer = verdict.Answer.At(Set?.Last ?? reads.Revision);
        }
        catch (RefusedException refused)
        {
            _refusal = refused.InnerException;
        }
        finally
        {
            reads.End();
        }
    }

    public override void Answer()
    {
        if (_refusal is null)
        {
            _answered.TrySetResult(_answer);
        }
        else
        {
            _answered.TrySetException(_refusal);
        }
    }

    public override void Fail(Exception reason)
    {
        if (reason is OperationCanceledException canceled)
        {
            _answered.TrySetCanceled(canceled.CancellationToken);
        }
        else
        {
            _answered.TrySetException(reason as StoreUnavailableException ?? Unavailable(reason));
        }
    }

    /// <summary>What the caller's own code throws is the caller's; it has written nothing. The engine's errors are the batch's.</summary>
    private Verdict<TAnswer> Decide(SqlReads reads)
    {
        try
        {
            var facts = Finished(write.Read(reads));
            return write.Decide(facts, new Moment(reads.Now, reads.Revision));
        }
        catch (Exception exception) when (exception is not SqliteException)
        {
            throw new RefusedException(exception);
        }
    }

    private sealed class RefusedException(Exception inner) : Exception(null, inner);
}
