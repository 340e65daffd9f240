using Roster.Storage.Postgres.Writing;

namespace Roster.Storage.Postgres.Following;

/// <summary>The positions of accounts that are being committed.</summary>
internal sealed class HeldPositions : IAsyncDisposable
{
    private readonly List<(Position Position, LockedAccount Account)> _held = [];

    public async ValueTask AddAsync(Position position, LockedAccount account)
    {
        await position.EnterAsync();
        _held.Add((position, account));
    }

    /// <summary>Tells the followers what was committed; it does not fail.</summary>
    public async ValueTask AdvanceAsync()
    {
        foreach (var (position, account) in _held)
        {
            await position.AdvanceAsync(account.Others, [.. account.Sets], account.Revision);
        }
    }

    public ValueTask DisposeAsync()
    {
        _held.ForEach(static held => held.Position.Leave());
        return default;
    }
}
