using Roster.Storage.Postgres;
using Roster.Testing.Postgres;
using Roster.Tests.Storage.Conformance.Postgres.Plans;

namespace Roster.Tests.Storage.Conformance.Postgres;

/// <summary>Tables of an earlier release get what they lack, and nothing that was written is lost.</summary>
public sealed class PostgresUpgradeTests
{
    /// <summary>Whoever looks while another makes them sees no tables, or some, or all.</summary>
    [Fact]
    public async Task Of_many_who_start_at_once_on_an_empty_database_all_find_the_tables_in_the_end()
    {
        var cluster = await PostgresCluster.SharedAsync();
        for (var i = 0; i < 10; i++)
        {
            var connection = await cluster.CreateDatabaseAsync();
            await Task.WhenAll(Enumerable.Range(0, 16).Select(async _ =>
            {
                await using var database = await TestTables.OpenAsync(connection);
                await PostgresSchema.ApplyAsync(database, TestContext.Current.CancellationToken);
            }));
            await cluster.DropDatabaseAsync(connection);
        }
    }

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
        await TestTables.RunAsync(
            connection,
            """
            DROP TABLE notes; DROP TABLE roles; DROP INDEX memberships_in_own_roles; DROP INDEX memberships_of_teams; DROP TABLE access_settings; DROP TABLE user_attributes; DROP TABLE resource_types; DROP TABLE resources;
            DROP TABLE user_terms; DROP INDEX users_by_given; DROP INDEX users_by_family; DROP INDEX users_by_display; DROP INDEX users_by_external_id;
            DROP INDEX scopes_by_name_key; DROP INDEX scopes_by_external_id; DROP INDEX role_groups_by_external_id; DROP INDEX memberships_of_seats;
            ALTER TABLE users DROP COLUMN display_name; ALTER TABLE users DROP COLUMN display_key; ALTER TABLE users DROP COLUMN given_key;
            ALTER TABLE users DROP COLUMN family_key; ALTER TABLE users DROP COLUMN profile;
            ALTER TABLE scopes DROP COLUMN name_key; ALTER TABLE scopes DROP COLUMN external_id; ALTER TABLE role_groups DROP COLUMN external_id;
            UPDATE store SET value = '1' WHERE name = 'schema'
            """);

        await database.OpenAsync();
        await database.Store.LeaveAsync(account, Sample.Note("a", "1"));

        (await database.Store.NoteAsync(account, "a")).ShouldBe("1");
        (await database.Store.AddUserAsync(account, "u1")).Number(0).ShouldBe(2);
    }
}
