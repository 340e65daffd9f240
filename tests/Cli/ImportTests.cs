using System.Diagnostics;
using System.Text;

namespace Roster.Tests.Cli;

public sealed class ImportTests(CliServer server, ITestOutputHelper output)
{
    [Fact]
    public async Task Rows_are_created_changed_or_left_as_they_are()
    {
        using var world = await World.MakeAsync(server);
        world.Shell.Write(
            "users.csv",
            """
            userName,Given Name,family_name,role,active
            zoe@example.com,Zoë,"van ""Dyck"", Jr.",Account Analyst,
            ada@example.com,Ada,Byron,,
            GRACE@example.com,Grace,,Account Reviewer,true
            mary@example.com,,,,FALSE

            """);

        var ran = await world.RunAsync("import users.csv --report report.csv");

        ran.Done().Out.ShouldBe("rows\t4\ncreated\t1\nchanged\t2\nunchanged\t1\nrefused\t0\n");
        world.Shell.Read("report.csv").ShouldBe(
            """
            line,userName,result,why
            2,zoe@example.com,created,
            3,ada@example.com,unchanged,
            4,GRACE@example.com,changed,
            5,mary@example.com,changed,

            """);
        (await world.RunAsync("users list")).Out.ShouldEndWith("\tzoe@example.com\tZoë\tvan \"Dyck\", Jr.\ttrue\tfalse\tAccount Analyst\n");
        (await world.RunAsync("users show mary --output json")).Json.GetProperty("active").GetBoolean().ShouldBeFalse();
        File.Exists(world.Shell.Folder.File("users.csv.roster-import")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_refused_row_names_its_line_and_stops_no_other()
    {
        using var world = await World.MakeAsync(server);
        world.Shell.Write(
            "users.csv",
            """
            userName,givenName,id,role,active
            a@example.com,A,,,
             b@example.com ,B,,,
            c@example.com,C,not an id,,
            d@example.com,D,,Queen,
            e@example.com,E,ada,,
            f@example.com,F,,,perhaps
            ,G,,,
            h@example.com,H,,
            "i@example.com
            second line",I,,,
            A@example.com,J,,,
            k@example.com,K,,,

            """);

        var ran = await world.RunAsync("import users.csv --report report.csv");

        ran.Code.ShouldBe(1);
        ran.Out.ShouldBe("rows\t11\ncreated\t2\nchanged\t1\nunchanged\t0\nrefused\t8\n");
        ran.Errors.ShouldContain("users.csv:3:  b@example.com : userName must not begin or end with white space");
        ran.Errors.ShouldContain("users.csv:4: c@example.com: id ");
        ran.Errors.ShouldContain("users.csv:5: d@example.com: role ");
        ran.Errors.ShouldContain("users.csv:7: f@example.com: active must be true or false");
        ran.Errors.ShouldContain("users.csv:8: : userName is empty");
        ran.Errors.ShouldContain("users.csv:9: h@example.com: has 4 values where the first row names 5 columns");
        ran.Errors.ShouldContain(@"users.csv:10: i@example.com\u000asecond line: userName ");
        ran.Errors.ShouldContain("users.csv:12: A@example.com: is the user of line 2 again");
        (await world.RunAsync("users list")).Lines.Length.ShouldBe(5);
        // An id finds the user, who has then another name.
        (await world.RunAsync("users show ada --output json")).Json.GetProperty("userName").GetString().ShouldBe("e@example.com");
    }

    [Fact]
    public async Task A_dry_run_says_the_same_and_changes_nothing()
    {
        using var world = await World.MakeAsync(server);
        world.Shell.Write("users.csv", "userName,role\nzoe@example.com,Account Analyst\nada@example.com,\nmary@example.com,Account Reviewer\nx@example.com,Queen\n");
        var revision = await world.Account.RevisionAsync();

        var dry = await world.RunAsync("import users.csv --dry-run --report dry.csv");
        (await world.Account.RevisionAsync()).ShouldBe(revision);
        var wet = await world.RunAsync("import users.csv --report wet.csv");

        dry.Code.ShouldBe(1);
        dry.Errors.ShouldContain("Nothing was changed.");
        dry.Out.ShouldBe(wet.Out);
        world.Shell.Read("dry.csv").ShouldBe(world.Shell.Read("wet.csv"));
    }

    [Theory]
    [InlineData("", "The file is empty")]
    [InlineData("givenName\nAda\n", "no column userName")]
    [InlineData("userName,shoe\nada,38\n", "no column 'shoe'", "givenName")]
    [InlineData("userName,email\nada,ada\n", "userName is there twice")]
    public async Task What_is_no_list_of_users_says_why(string text, params string[] words)
    {
        using var world = await World.MakeAsync(server);
        world.Shell.Write("users.csv", text);

        (await world.RunAsync("import users.csv --report report.csv")).Refused(words);
        Directory.GetFiles(world.Shell.Folder.Path).ShouldHaveSingleItem();
        (await world.RunAsync("import nowhere.csv")).Refused("There is no file 'nowhere.csv'");
    }

    [Fact]
    public async Task What_is_not_utf_8_says_so()
    {
        using var world = await World.MakeAsync(server);
        await File.WriteAllBytesAsync(world.Shell.Folder.File("users.csv"), Encoding.Latin1.GetBytes("userName,givenName\nzoe@example.com,Zoë\n"));

        (await world.RunAsync("import users.csv")).Refused("is not UTF-8", "iconv");
    }

    [Fact]
    public async Task A_wrong_role_of_everybody_is_found_for_each()
    {
        using var world = await World.MakeAsync(server);
        world.Shell.Write("users.csv", "userName,role\n" + string.Concat(Enumerable.Range(0, 700).Select(i => $"u{i}@example.com,{(i % 7 == 0 ? "Queen" : "")}\n")));

        var ran = await world.RunAsync("import users.csv");

        ran.Out.ShouldBe("rows\t700\ncreated\t600\nchanged\t0\nunchanged\t0\nrefused\t100\n");
        ran.Errors.ShouldContain("… and 80 more that were refused");
    }

    [Fact]
    public async Task On_a_terminal_a_line_shows_how_far_it_is_and_goes_away()
    {
        using var world = await World.MakeAsync(server);
        world.Shell.Write("users.csv", Users(2_000));

        var ran = await world.Shell.ShowAsync("import", "users.csv");

        ran.Code.ShouldBe(0, ran.Out);
        ran.Out.ShouldContain("importing [");
        ran.Out.ShouldContain("created  \e[0m  2000\n");
    }

    [Fact]
    public async Task Killed_midway_and_run_again_it_goes_on_and_makes_nothing_twice()
    {
        var rows = Environment.GetEnvironmentVariable("ROSTER_TEST_FULL") == "1" ? 100_000 : 10_000;
        var account = await server.Roster.OpenAccountAsync();
        using var shell = Shell.At(server.Roster, account.Key.ToString());
        shell.Write("users.csv", Users(rows));
        var journal = shell.Folder.File("users.csv.roster-import");
        using (var first = shell.StartRoster("import", "users.csv"))
        {
            await UntilAsync(first, () => File.Exists(journal) && new FileInfo(journal).Length > rows / 2);
            first.Kill();
            await first.WaitForExitAsync();
            first.ExitCode.ShouldBe(137);
        }

        var before = await CountAsync(shell);
        before.ShouldBeInRange(1_500, rows - 500);
        await File.AppendAllTextAsync(journal, "{\"results\":\"ccc");
        var again = Stopwatch.StartNew();
        var ran = await shell.RunAsync("import", "users.csv", "--report", "report.csv", "--output", "json");

        output.WriteLine($"{before} of {rows} were there after the kill; the rest took {again.Elapsed.TotalSeconds:N1} s.\n{ran.Errors}");
        ran.Done().Json.GetProperty("rows").GetInt32().ShouldBe(rows);
        ran.Json.GetProperty("refused").GetInt32().ShouldBe(0);
        // Those that were on their way when it was killed are found; the journal knows the others.
        (ran.Json.GetProperty("created").GetInt32() + ran.Json.GetProperty("unchanged").GetInt32()).ShouldBe(rows);
        ran.Json.GetProperty("unchanged").GetInt32().ShouldBeInRange(0, 2_000);
        (await CountAsync(shell)).ShouldBe(rows);
        (await File.ReadAllLinesAsync(shell.Folder.File("report.csv"))).Length.ShouldBe(rows + 1);
        var revision = await account.RevisionAsync();
        (await shell.RunAsync("import", "users.csv", "--output", "json")).Done().Json.GetProperty("unchanged").GetInt32().ShouldBe(rows);
        (await account.RevisionAsync()).ShouldBe(revision);
    }

    [Fact]
    public async Task Interrupted_it_says_how_to_go_on_and_a_second_one_beside_it_is_refused()
    {
        var account = await server.Roster.OpenAccountAsync();
        using var shell = Shell.At(server.Roster, account.Key.ToString());
        shell.Write("users.csv", Users(20_000));
        var journal = shell.Folder.File("users.csv.roster-import");
        var first = shell.StartRoster("import", "users.csv");
        await UntilAsync(first, () => File.Exists(journal));

        (await shell.RunAsync("import", "users.csv")).Refused("is being imported already");
        (await shell.BashAsync($"kill -INT {first.Id}")).Done();
        var ran = await Shell.EndAsync(first, null);

        ran.Code.ShouldBe(130, ran.Errors);
        ran.Errors.ShouldContain("Run it again to go on");
        (await shell.RunAsync("import", "users.csv", "--output", "json")).Done().Json.GetProperty("refused").GetInt32().ShouldBe(0);
        (await CountAsync(shell)).ShouldBe(20_000);
    }

    [Fact]
    public async Task What_the_journal_knows_is_not_sent_again_and_another_file_is()
    {
        using var world = await World.MakeAsync(server);
        world.Shell.Write("users.csv", Users(8_000));
        using (var first = world.Shell.StartRoster("import", "users.csv"))
        {
            await UntilAsync(first, () => File.Exists(Journal()) && new FileInfo(Journal()).Length > 500);
            first.Kill();
            await first.WaitForExitAsync();
        }

        // A user of the first batch goes: the journal says that the row is done.
        (await world.RunAsync("users remove user0@example.com --yes")).Done();
        (await world.RunAsync("import users.csv")).Done().Out.ShouldContain("rows\t8000\n");
        (await world.RunAsync("users show user0@example.com")).Refused();

        // Without a journal, or with another file, everything is looked at.
        (await world.RunAsync("import users.csv")).Done().Out.ShouldContain("created\t1\n");

        string Journal() => world.Shell.Folder.File("users.csv.roster-import");
    }

    private static string Users(int rows)
    {
        var text = new StringBuilder("userName,givenName,familyName,externalId,role\n");
        for (var i = 0; i < rows; i++)
        {
            text.Append($"user{i}@example.com,Given {i},Family {i},ext-{i},{(i % 10 == 0 ? "Account Reviewer" : "")}\n");
        }

        return text.ToString();
    }

    private static async Task<int> CountAsync(Shell shell) => (await shell.RunAsync("users", "list", "--output", "csv")).Done().Lines.Length - 1;

    /// <summary>Looks at what the import leaves on the disk, as nobody else tells how far it is.</summary>
    private static async Task UntilAsync(Process import, Func<bool> seen)
    {
        while (!seen())
        {
            import.HasExited.ShouldBeFalse();
            await Task.Delay(1);
        }
    }
}
