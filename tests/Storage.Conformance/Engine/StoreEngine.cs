namespace Roster.Tests.Storage.Conformance.Engine;

/// <summary>A kind of store that the specs run on.</summary>
public abstract class StoreEngine
{
    /// <summary>A new, empty database with its store open.</summary>
    public abstract Task<StoreDatabase> CreateAsync(TestClock clock);
}

/// <summary>One database, with the store that is open on it.</summary>
public abstract class StoreDatabase(TestClock clock) : IAsyncDisposable
{
    /// <summary>What the store takes for the time.</summary>
    public TestClock Clock => clock;

    public abstract IStore Store { get; }

    /// <summary>Transactions of writers that the open store has committed.</summary>
    public abstract long Commits { get; }

    /// <summary>Closes the store and opens another on the same data.</summary>
    public abstract Task ReopenAsync();

    /// <summary>Every row of every state table as text, in a fixed order.</summary>
    public abstract Task<IReadOnlyList<string>> StateAsync();

    /// <summary>Replays the log of all accounts into another, empty database of the same engine.</summary>
    public abstract Task ReplayIntoAsync(StoreDatabase empty);

    public abstract ValueTask DisposeAsync();
}
