using Roster.Storage.Sql;
using Roster.Storage.Sqlite;

namespace Roster.Tests.Storage.Conformance.Sqlite;

internal sealed class SqliteDatabase(TestClock clock) : SqlDatabase(clock)
{
    /// <summary>So low that the specs meet scopes on both sides of it.</summary>
    private const int BigEnd = 2;

    /// <summary>Longer than any test waits, as the machine may be busy with others.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("roster-specs-");
    private SqliteStore? _store;

    public override long Commits => Opened.Commits;

    public override SqliteAddress Address => new(Path.Combine(_folder.FullName, "roster.db"));

    protected override ISqlStore Sql => Opened;

    private SqliteStore Opened => _store ?? throw new InvalidOperationException("The store is not open.");

    public override async Task OpenAsync() => _store = await SqliteStore.OpenAsync(
        new SqliteOptions { File = Address.File, BigEnd = BigEnd, Patience = Patience },
        Clock,
        TestContext.Current.CancellationToken);

    public override async Task CloseAsync()
    {
        await Opened.DisposeAsync();
        _store = null;
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
