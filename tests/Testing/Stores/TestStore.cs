using Roster.Server.Composition;
using Roster.Storage.Sqlite;

namespace Roster.Testing.Stores;

/// <summary>The place where one test server keeps its accounts. It is new, and outlives the server's restarts.</summary>
internal abstract class TestStore : IAsyncDisposable
{
    private const string Variable = "ROSTER_TEST_STORE";

    /// <summary>What the tests of this run are about, unless they are about one engine.</summary>
    public static TestEngine ChosenEngine { get; } =
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } name ? Enum.Parse<TestEngine>(name, ignoreCase: true) : TestEngine.Sqlite;

    /// <summary>As <c>ROSTER_STORE</c> names it.</summary>
    public abstract string Address { get; }

    public static async Task<TestStore> NewAsync(TestEngine engine, SqliteSynchronous synchronous) => engine switch
    {
        TestEngine.Postgres => await PostgresTestStore.NewAsync(),
        _ => new SqliteTestStore(synchronous),
    };

    public abstract Task<OpenStore> OpenAsync(TimeProvider clock);

    public abstract ValueTask DisposeAsync();
}
