using Roster.Core.Keys;

[assembly: AssemblyFixture(typeof(Roster.Tests.Server.Requests.AbusedServer))]

namespace Roster.Tests.Server.Requests;

/// <summary>
/// One real server for the tests of all routes; each makes accounts of its own in it. They run one after the other: some count
/// the accounts, and some set the clock.
/// </summary>
public sealed class AbusedServer : IAsyncLifetime
{
    private RosterServer? _roster;

    public static Credential Operator { get; } = Credential.Parse(RosterServer.OperatorKey)!;

    public RosterServer Roster => _roster!;

    public async ValueTask InitializeAsync() => _roster = await RosterServer.StartAsync();

    public async ValueTask DisposeAsync() => await Roster.DisposeAsync();
}
