using Roster.Core.Storage;
using Roster.Storage;
using Roster.Storage.Postgres;
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
            PostgresAddress postgres => Of(await PostgresStore.OpenAsync(
                new() { Connection = postgres.Connection, Replica = settings.Replica?.Connection }, clock, cancellationToken)),
            _ => throw new InvalidOperationException("There is no engine for this address."),
        };

    /// <summary>Keeps other processes from a first start until the answer is disposed. A SQLite file has no other process.</summary>
    public async ValueTask<IAsyncDisposable?> TakeFirstStartAsync(CancellationToken cancellationToken) =>
        Store is PostgresStore postgres ? await postgres.TakeFirstStartAsync(cancellationToken) : null;

    public ValueTask DisposeAsync() => _engine.DisposeAsync();
}
