using Roster.Core.Storage;
using Roster.Storage;
using Roster.Storage.Sqlite;

namespace Roster.Server.Composition;

/// <summary>The store, whichever engine it is, until it is disposed.</summary>
internal sealed class OpenStore : IAsyncDisposable
{
    private readonly IAsyncDisposable _engine;

    private OpenStore(IStore store, IAsyncDisposable engine) => (Store, _engine) = (store, engine);

    public IStore Store { get; }

    public static OpenStore Of<T>(T engine)
        where T : IStore, IAsyncDisposable => new(engine, engine);

    /// <exception cref="StoreStartException">It cannot be opened as it is.</exception>
    public static async ValueTask<OpenStore> OpenAsync(Settings settings, TimeProvider clock, CancellationToken cancellationToken) =>
        settings.Store switch
        {
            SqliteAddress sqlite => Of(await SqliteStore.OpenAsync(new() { File = sqlite.File }, clock, cancellationToken)),
            _ => throw new StoreStartException("This build has no engine for PostgreSQL yet."),
        };

    public ValueTask DisposeAsync() => _engine.DisposeAsync();
}
