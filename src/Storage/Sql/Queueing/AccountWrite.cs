using Roster.Core.Outcomes;
using Roster.Core.Storage;

namespace Roster.Storage.Sql.Queueing;

/// <inheritdoc/>
internal sealed class AccountWrite<TFacts, TAnswer>(Write<TFacts, TAnswer> write) : AccountWork(write.Account, write.Token)
{
    private readonly TaskCompletionSource<Outcome<TAnswer>> _answered =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    private TFacts? _facts;
    private Outcome<TAnswer> _answer;

    public Task<Outcome<TAnswer>> Answered => _answered.Task;

    public override async Task ReadAsync(IReads reads)
    {
        (Set, Notes, Refusal) = (null, [], null);
        try
        {
            _facts = await write.Read(reads);
        }
        catch (Exception exception)
        {
            Refusal = exception;
        }
    }

    public override void Decide(Moment moment)
    {
        try
        {
            var verdict = write.Decide(_facts!, moment);
            Set = verdict.Changes.Count == 0
                ? null
                : new(write.Account, moment.Number(0), moment.Now, write.Actor, write.Door, verdict.Changes);
            Notes = verdict.Notes;
            _answer = verdict.Answer.At(Set?.Last ?? moment.Revision);
        }
        catch (Exception exception)
        {
            Refusal = exception;
        }
    }

    public override void Answer()
    {
        if (Refusal is null)
        {
            _answered.TrySetResult(_answer);
        }
        else
        {
            _answered.TrySetException(Refusal);
        }
    }

    public override void Fail(Exception reason) => Fail(_answered, reason);
}
