using System.Text;
using Roster.Core.Keys;

namespace Roster.Tests.Cli;

/// <summary>Files that are not quite what they are to be.</summary>
public sealed class OddFileTests(CliServer server)
{
    [Fact]
    public async Task A_document_that_is_not_utf_8_is_not_read_as_something_else()
    {
        using var world = await World.MakeAsync(server);
        var latin = Encoding.Latin1.GetBytes("roster: 1\nmanages: {}\nusers:\n- {userName: zoë@example.com}\n");
        await File.WriteAllBytesAsync(world.Shell.Folder.File("team.yaml"), latin);

        (await world.RunAsync("plan -f team.yaml")).Refused("is not UTF-8", "iconv");
        (await world.Shell.BashAsync($"dotnet '{Shell.Program}' apply -f - --yes < team.yaml")).Refused("is not UTF-8", "iconv");
    }

    [Fact]
    public async Task A_report_does_not_take_the_place_of_what_is_imported()
    {
        using var world = await World.MakeAsync(server);
        world.Shell.Write("users.csv", "userName\nzoe@example.com\n");

        (await world.RunAsync("import users.csv --report ./users.csv")).Refused("--report FILE");

        world.Shell.Read("users.csv").ShouldBe("userName\nzoe@example.com\n");
    }

    [Fact]
    public async Task What_is_refused_from_the_first_row_on_leaves_nothing_behind()
    {
        using var world = await World.MakeAsync(server);
        using var reader = await world.WithKeyAsync(Grants.Read);
        reader.Write("users.csv", "userName\nzoe@example.com\n");

        (await reader.RunAsync("import", "users.csv")).Refused("may not do this").Errors.ShouldNotContain("go on");

        Directory.GetFiles(reader.Folder.Path).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Refused_rows_are_explained_in_the_files_own_words()
    {
        using var world = await World.MakeAsync(server);
        world.Shell.Write("users.csv", "userName,id,role\nzoe@example.com,zoe,\neve@example.com,zoe,\nada@example.com,,Account Reviewer\n");

        var ran = await world.RunAsync("import users.csv");

        ran.Errors.ShouldContain("users.csv:3: eve@example.com: id is in line 2 already\n");
        ran.Errors.ShouldContain("users.csv:4: ada@example.com: The account must keep at least one owner (last-owner).\n");
    }

    [Fact]
    public async Task Rows_that_are_too_much_at_once_are_sent_by_and_by()
    {
        await using var small = await RosterServer.StartAsync(new ServerOptions { Settings = new Dictionary<string, string> { ["ROSTER_DOCUMENT_LIMIT"] = "1" } });
        using var shell = Shell.At(small, (await small.OpenAccountAsync()).Key.ToString());
        var schema = new string('x', 200_000);
        shell.Write("users.csv", "userName,userSchema\n" + string.Concat(Enumerable.Range(0, 20).Select(i => $"user{i}@example.com,{schema}\n")));

        (await shell.RunAsync("import", "users.csv")).Done().Out.ShouldBe("rows\t20\ncreated\t20\nchanged\t0\nunchanged\t0\nrefused\t0\n");
    }
}
