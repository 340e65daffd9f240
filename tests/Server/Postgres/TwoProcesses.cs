namespace Roster.Tests.Server.Postgres;

/// <summary>Two processes over one database, for all tests that need no more; each has accounts of its own.</summary>
public sealed class TwoProcesses : IAsyncLifetime
{
    private Processes? _processes;

    internal Processes Both => _processes!;

    public async ValueTask InitializeAsync() => _processes = await Processes.StartAsync();

    public async ValueTask DisposeAsync()
    {
        if (_processes is { } processes)
        {
            await processes.DisposeAsync();
        }
    }

    /// <summary>The tests that share them, one after the other.</summary>
    [CollectionDefinition(Name)]
    public sealed class Sharing : ICollectionFixture<TwoProcesses>
    {
        public const string Name = "two processes";
    }
}
