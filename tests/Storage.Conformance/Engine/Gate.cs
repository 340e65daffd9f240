namespace Roster.Tests.Storage.Conformance.Engine;

/// <summary>Holds a store's delegate where it is until the test lets it go on.</summary>
internal sealed class Gate : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ManualResetEventSlim _open = new();

    /// <summary>Completes when the delegate has come to the gate.</summary>
    public Task ReachedAsync => _reached.Task.WaitAsync(Patience);

    /// <summary>Called inside the delegate. It blocks, as an engine may run delegates on a thread of its own.</summary>
    public void Wait()
    {
        _reached.TrySetResult();
        if (!_open.Wait(Patience))
        {
            throw new TimeoutException("Nobody opened the gate.");
        }
    }

    public void Open() => _open.Set();

    public void Dispose() => _open.Dispose();
}
