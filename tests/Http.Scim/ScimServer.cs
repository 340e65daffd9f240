[assembly: AssemblyFixture(typeof(Roster.Tests.Http.Scim.ScimServer))]

namespace Roster.Tests.Http.Scim;

/// <summary>One server for all tests that leave its clock and settings alone; each test has an account of its own.</summary>
public sealed class ScimServer : IAsyncLifetime
{
    private RosterServer? _roster;

    public RosterServer Roster => _roster!;

    public async ValueTask InitializeAsync() => _roster = await RosterServer.StartAsync();

    public async ValueTask DisposeAsync() => await Roster.DisposeAsync();
}
