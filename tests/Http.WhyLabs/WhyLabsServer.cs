using Roster.Testing;
using Roster.Testing.OpenApi;

[assembly: AssemblyFixture(typeof(Roster.Tests.Http.WhyLabs.WhyLabsServer))]

namespace Roster.Tests.Http.WhyLabs;

/// <summary>One server for all tests that leave its clock and settings alone; each test has an account of its own.</summary>
public sealed class WhyLabsServer : IAsyncLifetime
{
    private RosterServer? _server;

    public RosterServer Server => _server!;

    internal ApiDocument Document { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await RosterServer.StartAsync();
        Document = ApiDocument.Parse((await Server.Wire.SendAsync("GET", "/openapi/whylabs.json")).Text);
    }

    public async ValueTask DisposeAsync() => await Server.DisposeAsync();
}
