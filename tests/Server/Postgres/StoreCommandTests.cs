namespace Roster.Tests.Server.Postgres;

/// <summary>What the program does to a store without serving it.</summary>
public sealed class StoreCommandTests
{
    private static readonly Dictionary<string, string> Elsewhere = new() { ["ROSTER_STORE"] = "postgres://ada:s3cret@db.example.com/roster" };

    [Fact]
    public async Task A_backup_is_PostgreSQLs_own_affair()
    {
        var (code, output, errors) = await RosterProcess.RunAsync(Elsewhere, "backup", "copy.db");

        code.ShouldBe(2);
        output.Trim().ShouldBeEmpty();
        errors.ShouldContain("pg_dump");
        errors.ShouldNotContain("s3cret");
    }

    [Fact]
    public async Task A_file_cannot_be_distributed()
    {
        var (code, _, errors) = await RosterProcess.RunAsync(
            new Dictionary<string, string> { ["ROSTER_STORE"] = "sqlite:roster.db" }, "store", "distribute");

        code.ShouldBe(2);
        errors.ShouldContain("ROSTER_STORE");
    }

    [Fact]
    public async Task Distributing_without_Citus_tells_what_to_install()
    {
        await using var database = await SharedDatabase.CreateAsync();

        var (code, output, errors) = await RosterProcess.RunAsync(database.Settings(), "store", "distribute");

        code.ShouldBe(3);
        output.Trim().ShouldBeEmpty();
        errors.ShouldContain("'citus'");
        errors.ShouldContain("citus_add_node");
    }

    [Fact]
    public async Task A_store_moves_to_PostgreSQL_and_its_clients_notice_nothing()
    {
        using var folder = new TempFolder();
        var file = "sqlite:" + folder.File("roster.db");
        var settings = new Dictionary<string, string> { ["ROSTER_STORE"] = file, ["ROSTER_BOOTSTRAP_KEY"] = RosterServer.BootstrapKey };
        await using var database = await SharedDatabase.CreateAsync();
        var target = database.Settings();
        Answer before;
        await using (var server = await RosterProcess.StartAsync(settings, ["--demo"]))
        {
            before = await UsersAsync(server);
        }

        var (code, output, errors) = await RosterProcess.RunAsync(
            new Dictionary<string, string>(), "store", "copy", "--from", file, "--to", target["ROSTER_STORE"]);

        code.ShouldBe(0, errors);
        output.ShouldContain("verified");
        await using var moved = await RosterProcess.StartAsync(target);
        var after = await UsersAsync(moved);
        after.Text.ShouldBe(before.Text);
        after.Header("Roster-Revision").ShouldBe(before.Header("Roster-Revision"));
    }

    [Theory]
    [InlineData("mysql://ada:s3cret@h/d", "sqlite:x.db", "--from must be sqlite:<file>")]
    [InlineData("sqlite:x.db", "postgres://ada:s3cret@h/d?sslmod=require", "--to has the parameter 'sslmod'")]
    public async Task A_copy_tells_which_address_is_none(string from, string to, string why)
    {
        var (code, output, errors) = await RosterProcess.RunAsync(
            new Dictionary<string, string>(), "store", "copy", "--from", from, "--to", to);

        code.ShouldBe(2);
        output.Trim().ShouldBeEmpty();
        errors.ShouldContain(why);
        errors.ShouldNotContain("s3cret");
    }

    private static async Task<Answer> UsersAsync(RosterProcess server)
    {
        var users = await server.Wire.SendAsync("GET", "/api/users", null, ("Authorization", "Bearer " + RosterServer.BootstrapKey));
        users.Status.ShouldBe(200);
        return users;
    }
}
