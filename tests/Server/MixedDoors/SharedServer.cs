using Roster.Tests.Server.Calls;

namespace Roster.Tests.Server.MixedDoors;

/// <summary>One server for the tests of a class; each has an account of its own.</summary>
public sealed class SharedServer : IAsyncLifetime
{
    private AccountServer? _server;

    internal TestClock Clock => _server!.Clock;

    public async ValueTask InitializeAsync() => _server = await AccountServer.StartAsync();

    public async ValueTask DisposeAsync() => await _server!.DisposeAsync();

    internal Task<AccountClient> OpenAccountAsync() => _server!.OpenAccountAsync();
}
