[assembly: AssemblyFixture(typeof(Roster.Tests.Http.AuthZen.AuthZenServer))]

namespace Roster.Tests.Http.AuthZen;

/// <summary>One server for all tests that leave its clock and settings alone, with the certification's world in an account of its own that no test changes.</summary>
public sealed class AuthZenServer : IAsyncLifetime
{
    private RosterServer? _server;

    public RosterServer Roster => _server!;

    /// <summary>Asks as the certification's client does, with a key that has the grant <c>check</c> and no other.</summary>
    internal Asker World { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await RosterServer.StartAsync();
        World = new(await CertificationWorld.LoadAsync(await _server.OpenAccountAsync()));
    }

    public async ValueTask DisposeAsync() => await Roster.DisposeAsync();
}
