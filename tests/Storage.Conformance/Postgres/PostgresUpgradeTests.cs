using Roster.Testing.Postgres;
using Roster.Tests.Storage.Conformance.Postgres.Plans;

namespace Roster.Tests.Storage.Conformance.Postgres;

/// <summary>Tables of an earlier release get what they lack, and nothing that was written is lost.</summary>
public sealed class PostgresUpgradeTests
{
    [Fact]
    public async Task A_database_from_before_there_were_notes_gets_them_and_keeps_the_rest()
    {
        var cluster = await PostgresCluster.SharedAsync();
        var connection = await cluster.CreateDatabaseAsync();
        await using var database = new PostgresDatabase(new TestClock(), cluster, connection);
        var account = new AccountId("org-1");
        await database.OpenAsync();
        await database.Store.OpenAccountAsync(account);
        await database.CloseAsync();
        await TestTables.RunAsync(connection, "DROP TABLE notes; UPDATE store SET value = '1' WHERE name = 'schema'");

        await database.OpenAsync();
        await database.Store.LeaveAsync(account, Sample.Note("a", "1"));

        (await database.Store.NoteAsync(account, "a")).ShouldBe("1");
        (await database.Store.AddUserAsync(account, "u1")).Number(0).ShouldBe(2);
    }
}
