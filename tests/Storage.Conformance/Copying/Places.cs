using Roster.Storage;
using Roster.Storage.Copying;
using Roster.Storage.Postgres;
using Roster.Storage.Sqlite;
using Roster.Testing;
using Roster.Testing.Postgres;

namespace Roster.Tests.Storage.Conformance.Copying;

public enum Engine
{
    Sqlite,
    Postgres,
}

/// <summary>Places for stores of either engine, with nothing there yet.</summary>
internal sealed class Places : IAsyncDisposable
{
    /// <summary>Chunks so small that every table is cut somewhere, and each is told of.</summary>
    public static readonly CopyOptions FewRows = new() { ChunkRows = 7, SnapshotRows = 3, ReportEvery = TimeSpan.Zero };

    private readonly TempFolder _folder = new();
    private readonly List<string> _databases = [];
    private int _files;

    public async Task<StoreAddress> NewAsync(Engine engine) => engine switch
    {
        Engine.Sqlite => new SqliteAddress(_folder.File($"{_files++}.db")),
        _ => new PostgresAddress(await NewDatabaseAsync()),
    };

    /// <summary>A store from below, as a copy sees it.</summary>
    public static async Task<ICopySide> OpenAsync(StoreAddress address) => address switch
    {
        SqliteAddress sqlite => SqliteCopySide.Open(sqlite, isTarget: true),
        _ => await PostgresCopySide.OpenAsync((PostgresAddress)address, isTarget: true, new CopyOptions(), default),
    };

    /// <summary>The store, as a server has it.</summary>
    public static async Task<IStore> ServeAsync(StoreAddress address) => address switch
    {
        SqliteAddress sqlite => await SqliteStore.OpenAsync(new() { File = sqlite.File }, TimeProvider.System, default),
        _ => await PostgresStore.OpenAsync(new() { Connection = ((PostgresAddress)address).Connection }, TimeProvider.System, default),
    };

    public async ValueTask DisposeAsync()
    {
        foreach (var database in _databases)
        {
            await (await PostgresCluster.SharedAsync()).DropDatabaseAsync(database);
        }

        _folder.Dispose();
    }

    private async Task<string> NewDatabaseAsync()
    {
        var database = await (await PostgresCluster.SharedAsync()).CreateDatabaseAsync();
        _databases.Add(database);
        return database;
    }
}
