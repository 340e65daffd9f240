// Terminals, signals and files that only their owner can read are tried as this platform has them.
[assembly: System.Runtime.Versioning.SupportedOSPlatform("linux")]
[assembly: AssemblyFixture(typeof(Roster.Tests.Cli.CliServer))]

namespace Roster.Tests.Cli;

/// <summary>One real server for all tests; each test has an account of its own.</summary>
public sealed class CliServer : IAsyncLifetime
{
    private RosterServer? _roster;

    public RosterServer Roster => _roster!;

    public async ValueTask InitializeAsync() => _roster = await RosterServer.StartAsync();

    public async ValueTask DisposeAsync() => await Roster.DisposeAsync();
}
