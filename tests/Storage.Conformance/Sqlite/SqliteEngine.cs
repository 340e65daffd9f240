namespace Roster.Tests.Storage.Conformance.Sqlite;

/// <summary>Real files in the system's temporary folder.</summary>
public sealed class SqliteEngine : StoreEngine
{
    public override async Task<StoreDatabase> CreateAsync(TestClock clock)
    {
        var database = new SqliteDatabase(clock);
        await database.OpenAsync();
        return database;
    }
}
