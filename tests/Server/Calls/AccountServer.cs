using Microsoft.Extensions.DependencyInjection;
using Roster.Core.Storage;

namespace Roster.Tests.Server.Calls;

/// <summary>A server of a test's own, where every round gets an account of its own.</summary>
internal sealed class AccountServer : IAccounts, IAsyncDisposable
{
    private readonly RosterServer _server;
    private readonly HttpClient _http;

    private AccountServer(RosterServer server)
    {
        _server = server;
        _http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{server.Port}") };
    }

    public TestClock Clock => _server.Clock;

    public DateTimeOffset Now => Clock.GetUtcNow();

    /// <param name="around">Stands between the use cases and the store.</param>
    public static async Task<AccountServer> StartAsync(Func<IStore, IStore>? around = null) =>
        new(await RosterServer.StartAsync(around is null ? null : new ServerOptions { Services = services => Wrap(services, around) }));

    public async Task<AccountClient> OpenAccountAsync()
    {
        var opened = await _server.OpenAccountAsync();
        return new(_http, opened.Id.Value, opened.Key.ToString());
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _server.DisposeAsync();
    }

    private static void Wrap(IServiceCollection services, Func<IStore, IStore> around)
    {
        var store = (IStore)services.Single(service => service.ServiceType == typeof(IStore)).ImplementationInstance!;
        services.AddSingleton(around(store));
    }
}
