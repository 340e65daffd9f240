namespace Roster.Tests.Storage.Conformance.Engine;

/// <summary>A write that has its account's lock and keeps it until it is released.</summary>
internal sealed class HeldLock : IAsyncDisposable
{
    private readonly Gate _gate = new();
    private readonly Task _write;

    private HeldLock(IStore store, AccountId account) =>
        _write = Task.Run(async () => await store.WriteAsync(
            Acts.WriteOf(
                account,
                _ =>
                {
                    _gate.Wait();
                    return new(0);
                },
                (int _, Moment _) => Verdict<Done>.Of(default)),
            default));

    public static async Task<HeldLock> TakeAsync(IStore store, AccountId account)
    {
        var held = new HeldLock(store, account);
        await held._gate.ReachedAsync;
        return held;
    }

    public async Task ReleaseAsync()
    {
        _gate.Open();
        await _write;
    }

    public async ValueTask DisposeAsync()
    {
        await ReleaseAsync();
        _gate.Dispose();
    }
}
