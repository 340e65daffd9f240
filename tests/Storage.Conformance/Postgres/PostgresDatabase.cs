using Roster.Storage.Postgres;
using Roster.Storage.Sql;
using Roster.Testing.Postgres;

namespace Roster.Tests.Storage.Conformance.Postgres;

internal sealed class PostgresDatabase(TestClock clock, PostgresCluster cluster, string connection) : SqlDatabase(clock)
{
    /// <summary>More than a spec holds up at a time.</summary>
    private const int Readers = 4;

    /// <summary>Longer than any test waits, as the machine may be busy with others.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private PostgresStore? _store;

    public override long Commits => Opened.Commits;

    public override PostgresAddress Address => new(connection);

    protected override ISqlStore Sql => Opened;

    private PostgresStore Opened => _store ?? throw new InvalidOperationException("The store is not open.");

    public override async Task OpenAsync() => _store = await PostgresStore.OpenAsync(
        new PostgresOptions { Connection = connection, Readers = Readers, Patience = Patience, ClockIsGiven = true },
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

        await cluster.DropDatabaseAsync(connection);
    }
}
