using Roster.Core.Outcomes;
using Roster.Core.Storage;
using Roster.Core.Values;
using Roster.Storage.Sql;
using Roster.Storage.Sql.Reads;

namespace Roster.Storage.Postgres.Reading;

/// <summary>A question that waits for a snapshot. It may be asked again until it is answered.</summary>
internal abstract class Question
{
    /// <summary>When it came, in the time provider's own ticks.</summary>
    public long AskedAt { get; set; }

    /// <summary>The history that the answer is of; "" at a replica.</summary>
    public string Epoch { get; set; } = "";

    /// <summary>Failed once in company: next time it fails for itself.</summary>
    public bool Alone { get; set; }

    /// <summary>Asks; complete when all is read.</summary>
    public abstract Task AskAsync(ISql sql, Instant clock);

    /// <summary>Tells the caller what the completed task has found.</summary>
    public abstract void Answer(Task asked);

    public abstract void Fail(Exception reason);
}

/// <inheritdoc/>
internal abstract class Question<T> : Question
{
    private readonly TaskCompletionSource<T> _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<T> Answered => _answered.Task;

    public override async Task AskAsync(ISql sql, Instant clock) => await ReadAsync(sql, clock);

    public override void Answer(Task asked)
    {
        if (!asked.IsCompleted)
        {
            _answered.TrySetException(new InvalidOperationException("A question waited for something else than its own reads."));
        }
        else if (asked.IsFaulted)
        {
            _answered.TrySetException(asked.Exception.InnerExceptions);
        }
        else if (asked.IsCanceled)
        {
            _answered.TrySetCanceled(CancellationToken.None);
        }
        else
        {
            _answered.TrySetResult(Found);
        }
    }

    public override void Fail(Exception reason) =>
        _answered.TrySetException(reason as StoreUnavailableException ?? new StoreUnavailableException("The store could not be read.", reason));

    protected T Found { get; set; } = default!;

    protected abstract ValueTask ReadAsync(ISql sql, Instant clock);
}

/// <summary>Asked of one account.</summary>
internal sealed class AccountQuestion<T>(AccountId account, Func<IReads, ValueTask<Outcome<T>>> question) : Question<Outcome<T>>
{
    protected override async ValueTask ReadAsync(ISql sql, Instant clock)
    {
        var reads = await SqlReads.BeginAsync(sql, account, clock);
        try
        {
            Found = (await question(reads)).At(reads.Revision);
        }
        finally
        {
            reads.End();
        }
    }
}

/// <summary>Asked of a replica, which may not have come so far.</summary>
/// <param name="atLeast">The revision that the answer must know of, in this epoch.</param>
internal sealed class ReplicaQuestion<T>(
    AccountId account, long atLeast, string epoch, Func<IReads, ValueTask<Outcome<T>>> question) : Question<Outcome<T>?>
{
    /// <summary>Finds null where the replica, in this very snapshot, does not know that revision yet.</summary>
    protected override async ValueTask ReadAsync(ISql sql, Instant clock)
    {
        var theirs = sql.OneAsync(PostgresStatements.StoreValue, Rows.Text, "epoch");
        var reads = await SqlReads.BeginAsync(sql, account, clock);
        try
        {
            Found = await theirs == epoch && reads.Revision >= atLeast ? (await question(reads)).At(reads.Revision) : default(Outcome<T>?);
        }
        finally
        {
            reads.End();
        }
    }
}

/// <summary>Asked of the tables themselves.</summary>
internal sealed class SqlQuestion<T>(Func<ISql, ValueTask<T>> query) : Question<T>
{
    protected override async ValueTask ReadAsync(ISql sql, Instant clock) => Found = await query(sql);
}
