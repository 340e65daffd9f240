using Roster.Storage.Sql.Replaying;
using Roster.Storage.Sqlite;

namespace Roster.Tests.Storage.Conformance.Sqlite;

internal sealed class SqliteDatabase(TestClock clock) : StoreDatabase(clock)
{
    /// <summary>So low that the specs meet scopes on both sides of it.</summary>
    private const int BigEnd = 2;

    private const int ManyAccounts = 10_000;

    /// <summary>Longer than any test waits, as the machine may be busy with others.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("roster-specs-");
    private SqliteStore? _store;

    public override IStore Store => Opened;

    public override long Commits => Opened.Commits;

    private SqliteStore Opened => _store ?? throw new InvalidOperationException("The store is not open.");

    public async Task OpenAsync() => _store = await SqliteStore.OpenAsync(
        new SqliteOptions { File = Path.Combine(_folder.FullName, "roster.db"), BigEnd = BigEnd, Patience = Patience },
        Clock,
        TestContext.Current.CancellationToken);

    public override async Task ReopenAsync()
    {
        await Opened.DisposeAsync();
        await OpenAsync();
    }

    public override async Task<IReadOnlyList<string>> StateAsync()
    {
        var rows = new List<string>();
        foreach (var account in await Opened.AccountsAsync("", ManyAccounts, default))
        {
            rows.AddRange(await Opened.DumpStateAsync(account.Id, default));
        }

        return rows;
    }

    public override async Task ReplayIntoAsync(StoreDatabase empty)
    {
        var target = ((SqliteDatabase)empty).Opened;
        foreach (var account in await Opened.AccountsAsync("", ManyAccounts, default))
        {
            await Opened.ReplayAsync(target, account.Id, default);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        if (_store is not null)
        {
            await _store.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }
}
