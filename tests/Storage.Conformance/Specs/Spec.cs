namespace Roster.Tests.Storage.Conformance.Specs;

/// <summary>What every store must do, whichever its engine: one class for each concern, one database for each test.</summary>
public abstract class Spec(StoreEngine engine) : IAsyncLifetime
{
    private StoreDatabase? _database;

    /// <summary>The account that most tests are about; it exists.</summary>
    protected static AccountId Home { get; } = new("org-home");

    protected static ScopeId InHome { get; } = ScopeId.Account(Home);

    protected StoreEngine Engine => engine;

    protected StoreDatabase Database => _database!;

    protected IStore Store => Database.Store;

    protected TestClock Clock => Database.Clock;

    /// <summary>Runs out with the test.</summary>
    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    public virtual async ValueTask InitializeAsync()
    {
        _database = await engine.CreateAsync(new TestClock());
        await Store.OpenAccountAsync(Home);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
    }
}
