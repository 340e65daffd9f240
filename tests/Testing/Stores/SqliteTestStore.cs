using Roster.Server.Composition;
using Roster.Storage.Sqlite;

namespace Roster.Testing.Stores;

/// <summary>A real file in a folder of its own.</summary>
internal sealed class SqliteTestStore(SqliteSynchronous synchronous) : TestStore
{
    private readonly TempFolder _folder = new();

    public override string Address => "sqlite:" + File;

    private string File => _folder.File("roster.db");

    public override async Task<OpenStore> OpenAsync(TimeProvider clock)
    {
        var options = new SqliteOptions { File = File, Synchronous = synchronous };
        return OpenStore.Of(await SqliteStore.OpenAsync(options, clock, CancellationToken.None));
    }

    public override ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
