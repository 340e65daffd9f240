using Roster.Storage.Sql.Reads;
using Roster.Storage.Sql.Statements;
using Roster.Storage.Sqlite;
using SQLitePCL;

namespace Roster.Tests.Storage.Conformance.Sqlite;

/// <summary>A statement is planned once. Planned anew for each value, a look-up of a membership took twenty times as long.</summary>
public sealed class SqlitePreparedTests
{
    [Fact]
    public async Task No_value_makes_a_statement_be_planned_again()
    {
        await using var folder = new SqliteFolder();
        await (await folder.OpenAsync()).DisposeAsync();
        using var connection = SqliteConnection.Open(folder.File, raw.SQLITE_OPEN_READONLY);

        for (var i = 0; i < 100; i++)
        {
            connection.One(MembershipStatements.Find, Rows.Membership, "org-1", 0L, 1L + (i % 4), $"scope-{i}", 1L + (i % 2), $"user-{i}");
        }

        connection.Prepare(MembershipStatements.Find).Replanned.ShouldBe(0);
    }
}
