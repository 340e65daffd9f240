using Roster.Storage;
using Roster.Storage.Sqlite;
using SQLitePCL;

namespace Roster.Tests.Storage.Conformance.Sqlite;

public sealed class SqliteSchemaTests
{
    [Fact]
    public async Task A_newer_schema_refuses_to_start()
    {
        await using var folder = new SqliteFolder();
        await (await folder.OpenAsync()).DisposeAsync();
        Run(folder.File, "PRAGMA user_version = 1000");

        var refused = await Should.ThrowAsync<StoreStartException>(folder.OpenAsync());

        refused.Message.ShouldContain("1000");
        refused.Message.ShouldContain(folder.File);
    }

    [Fact]
    public async Task Somebody_elses_database_is_left_alone()
    {
        await using var folder = new SqliteFolder();
        Run(folder.File, "CREATE TABLE theirs (id)");

        await Should.ThrowAsync<StoreStartException>(folder.OpenAsync());

        Run(folder.File, "INSERT INTO theirs VALUES (1)");
        (await Should.ThrowAsync<StoreStartException>(folder.OpenAsync())).Message.ShouldContain("something else");
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_said_to_be_none()
    {
        await using var folder = new SqliteFolder();
        await File.WriteAllTextAsync(folder.File, new string('x', 8_192));

        await Should.ThrowAsync<StoreStartException>(folder.OpenAsync());

        (await File.ReadAllTextAsync(folder.File)).ShouldStartWith("xxx");
    }

    [Fact]
    public async Task A_folder_that_cannot_be_is_said_so()
    {
        await using var folder = new SqliteFolder();
        await File.WriteAllTextAsync(folder.PathOf("file"), "");

        var refused = await Should.ThrowAsync<StoreStartException>(
            folder.OpenAsync(new SqliteOptions { File = folder.PathOf("file/roster.db") }));

        refused.Message.ShouldContain("file/roster.db");
    }

    [Fact]
    public async Task Settings_out_of_bounds_are_named_all_at_once()
    {
        await using var folder = new SqliteFolder();

        var refused = await Should.ThrowAsync<Exception>(
            folder.OpenAsync(new SqliteOptions { File = folder.File, Readers = 0, Batch = 100_000 }));

        refused.Message.ShouldContain(nameof(SqliteOptions.Readers));
        refused.Message.ShouldContain(nameof(SqliteOptions.Batch));
    }

    [Fact]
    public async Task A_file_from_before_there_were_notes_gets_them_and_keeps_the_rest()
    {
        await using var folder = new SqliteFolder();
        await (await folder.OpenAsync(new SqliteOptions { File = folder.File }, users: 3)).DisposeAsync();
        Run(
            folder.File,
            """
            DROP TABLE notes; DROP TABLE roles; DROP INDEX memberships_in_own_roles; DROP INDEX memberships_of_teams; DROP TABLE access_settings; DROP TABLE user_attributes; DROP TABLE resource_types; DROP TABLE resources;
            DROP TABLE user_terms; DROP INDEX users_by_given; DROP INDEX users_by_family; DROP INDEX users_by_display; DROP INDEX users_by_external_id;
            DROP INDEX scopes_by_name_key; DROP INDEX scopes_by_external_id; DROP INDEX role_groups_by_external_id; DROP INDEX memberships_of_seats;
            ALTER TABLE users DROP COLUMN display_name; ALTER TABLE users DROP COLUMN display_key; ALTER TABLE users DROP COLUMN given_key;
            ALTER TABLE users DROP COLUMN family_key; ALTER TABLE users DROP COLUMN profile;
            ALTER TABLE scopes DROP COLUMN name_key; ALTER TABLE scopes DROP COLUMN external_id; ALTER TABLE role_groups DROP COLUMN external_id;
            PRAGMA user_version = 1
            """);

        var store = await folder.OpenAsync();
        await store.LeaveAsync(SqliteFolder.Account, Sample.Note("a", "1"));

        (await store.NoteAsync(SqliteFolder.Account, "a")).ShouldBe("1");
        (await store.UserAsync(SqliteFolder.Account, "user-3")).ShouldNotBeNull();
    }

    private static void Run(string file, string script)
    {
        using var connection = SqliteConnection.Open(file, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE);
        connection.Run(script);
    }
}
