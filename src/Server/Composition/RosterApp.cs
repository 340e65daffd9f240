using Roster.Core.Access.Graph;
using Roster.Core.Keys;
using Roster.Core.Storage;
using Roster.Http;

namespace Roster.Server.Composition;

/// <summary>A server around an open store.</summary>
internal sealed class RosterApp : IAsyncDisposable
{
    // For requests that are being answered when the server is told to stop.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly WebApplication _app;
    private readonly OpenStore _store;
    private readonly Telemetry? _telemetry;

    private RosterApp(WebApplication app, OpenStore store, Telemetry? telemetry) =>
        (_app, _store, _telemetry) = (app, store, telemetry);

    public IServiceProvider Services => _app.Services;

    /// <summary>Where it listens, once it does.</summary>
    public ICollection<string> Addresses => _app.Urls;

    /// <param name="store">Belongs to the server from here on.</param>
    public static RosterApp Build(WebApplicationBuilder builder, Settings settings, OpenStore store, ServerParts parts)
    {
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(Listening.Configure);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = Patience);
        builder.Services.AddRoutingCore();
        builder.Services.AddRoster(settings, store, parts).AddDialects().AddOrigins(settings);
        parts.More?.Invoke(builder.Services);
        var app = builder.Build();
        store.Store.Follow(new Followers(app.Services.GetRequiredService<KeyRing>(), app.Services.GetRequiredService<AccessGraphs>()));

        var doors = app.Services.GetRequiredService<Doors>();
        app.UseTrustedProxies(settings);
        app.UseOrigins(settings, doors);
        app.UseDocs(doors);
        app.UseRouting();
        app.MapRoutes(doors);
        app.Run(app.Services.GetRequiredService<Pipeline>().InvokeAsync);
        return new(app, store, settings.SendsTelemetry ? new Telemetry() : null);
    }

    public Task StartAsync(CancellationToken cancellationToken) => _app.StartAsync(cancellationToken);

    /// <summary>Until a signal says so; what is being answered then is answered.</summary>
    public Task WaitForStopAsync(CancellationToken cancellationToken) => _app.WaitForShutdownAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => _app.StopAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _telemetry?.Dispose();
        await _store.DisposeAsync();
    }
}
