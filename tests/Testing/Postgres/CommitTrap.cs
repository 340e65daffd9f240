namespace Roster.Testing.Postgres;

/// <summary>What becomes of a COMMIT on its way. Its sender sees the same each time: the connection is gone.</summary>
public enum CommitFate
{
    /// <summary>It never arrives.</summary>
    Lost,

    /// <summary>It arrives and is done, and nobody hears of it.</summary>
    Unanswered,

    /// <summary>It arrives when the test says so, long after its sender was cut off.</summary>
    Late,
}

/// <summary>Waits for one COMMIT.</summary>
public sealed class CommitTrap(CommitFate fate)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly TaskCompletionSource _deliver = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _cut = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _caught = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public CommitFate Fate => fate;

    /// <summary>The COMMIT is in the trap.</summary>
    public Task Caught => _caught.Task.WaitAsync(Patience);

    internal Task CutOff => _cut.Task.WaitAsync(Patience);

    internal Task Delivery => _deliver.Task.WaitAsync(Patience);

    /// <summary>Lets a late one's sender notice.</summary>
    public void Cut() => _cut.TrySetResult();

    /// <summary>Lets a late one arrive.</summary>
    public void Deliver() => _deliver.TrySetResult();

    internal void Catch() => _caught.TrySetResult();
}
