using Roster.Storage.Sqlite;

namespace Roster.Tests.Storage.Conformance.Sqlite;

/// <summary>A temporary folder with one database, for what only this engine does.</summary>
internal sealed class SqliteFolder : IAsyncDisposable
{
    public static readonly AccountId Account = new("org-1");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("roster-sqlite-");
    private readonly List<SqliteStore> _stores = [];

    public TestClock Clock { get; } = new();

    public string File => PathOf("roster.db");

    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    public Task<SqliteStore> OpenAsync() => OpenAsync(new SqliteOptions { File = File });

    public async Task<SqliteStore> OpenAsync(SqliteOptions options)
    {
        var store = await SqliteStore.OpenAsync(options, Clock, TestContext.Current.CancellationToken);
        _stores.Add(store);
        return store;
    }

    /// <summary>A store with one account, and the users user-1, user-2, … in it.</summary>
    public async Task<SqliteStore> OpenAsync(SqliteOptions options, int users)
    {
        var store = await OpenAsync(options);
        await store.OpenAccountAsync(Account);
        await Task.WhenAll(Enumerable.Range(1, users).Select(i => store.AddUserAsync(Account, $"user-{i}")));
        return store;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var store in _stores)
        {
            await store.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }
}
