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
}
