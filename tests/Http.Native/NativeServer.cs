using Roster.Testing.OpenApi;

[assembly: AssemblyFixture(typeof(Roster.Tests.Http.Native.NativeServer))]

namespace Roster.Tests.Http.Native;

/// <summary>One server for all tests that leave its clock and settings alone; each test has an account of its own.</summary>
public sealed class NativeServer : IAsyncLifetime
{
    private RosterServer? _roster;

    public RosterServer Roster => _roster!;

    public ApiDocument Document { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _roster = await RosterServer.StartAsync();
        Document = ApiDocument.Parse((await Roster.Wire.SendAsync("GET", "/openapi/native.json")).Text);
    }

    public async ValueTask DisposeAsync() => await Roster.DisposeAsync();
}
