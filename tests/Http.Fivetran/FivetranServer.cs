using System.Text;
using Roster.Core.Keys;
using Roster.Testing;

[assembly: AssemblyFixture(typeof(Roster.Tests.Http.Fivetran.FivetranServer))]

namespace Roster.Tests.Http.Fivetran;

/// <summary>One real server for all tests; each test has an account of its own in it.</summary>
public sealed class FivetranServer : IAsyncLifetime
{
    private RosterServer? _roster;

    public RosterServer Roster => _roster!;

    public async ValueTask InitializeAsync() => _roster = await RosterServer.StartAsync();

    public async ValueTask DisposeAsync() => await Roster.DisposeAsync();

    public Task<World> WorldAsync() => World.MakeAsync(Roster);

    public Task<Answer> AskAsync(string request, Credential? key, string? body = null, params (string Name, string Value)[] headers) =>
        Roster.AskAsync(request, key, body is null ? null : Encoding.UTF8.GetBytes(body), headers);
}
