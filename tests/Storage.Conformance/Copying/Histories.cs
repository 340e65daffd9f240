using Roster.Storage;
using Roster.Tests.Storage.Conformance.Model;
using Roster.Tests.Storage.Conformance.Postgres;
using Roster.Tests.Storage.Conformance.Sqlite;

namespace Roster.Tests.Storage.Conformance.Copying;

/// <summary>A closed store that random histories were written to.</summary>
internal sealed class Histories : IAsyncDisposable
{
    private const int Steps = 60;
    private readonly SqlDatabase _database;

    private Histories(SqlDatabase database) => _database = database;

    public StoreAddress Address => _database.Address;

    public static async Task<Histories> WriteAsync(int seeds = 2, Engine engine = Engine.Sqlite)
    {
        StoreEngine made = engine == Engine.Sqlite ? new SqliteEngine() : new PostgresEngine();
        var written = new Histories((SqlDatabase)await made.CreateAsync(new TestClock()));
        for (var seed = 0; seed < seeds; seed++)
        {
            await new HistoryRun(written._database, seed).RunAsync(Steps);
        }

        await written.CloseOneAsync();
        await written.UseKeysAsync();
        await written.LeaveNotesAsync();
        await written._database.CloseAsync();
        return written;
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    /// <summary>Chance need not have closed any.</summary>
    private async Task CloseOneAsync()
    {
        var last = (await _database.Store.AccountsAsync("", 1_000, default))[^1];
        if (last.ClosedAt is null)
        {
            await _database.Store.ApplyAsync(last.Id, new AccountClosed());
        }
    }

    private async Task UseKeysAsync()
    {
        foreach (var account in await _database.Store.AccountsAsync("", 1_000, default))
        {
            var keys = await _database.Store.AskAsync(account.Id, async reads => (await reads.KeysAsync(new(0, 1_000))).Items);
            await _database.Store.NoteKeyUseAsync([.. keys.Select(key => new KeyUse(account.Id, key.Id, _database.Clock.Now))], default);
        }
    }

    private async Task LeaveNotesAsync()
    {
        foreach (var account in await _database.Store.AccountsAsync("", 1_000, default))
        {
            await _database.Store.LeaveAsync(account.Id, new Note("a", Sample.Hash("a")), new Note("b", Sample.Hash("b")));
        }
    }
}
