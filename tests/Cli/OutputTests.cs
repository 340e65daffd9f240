using CsvHelper;

namespace Roster.Tests.Cli;

public sealed class OutputTests(CliServer server)
{
    private const string Escape = "\e[";

    [Fact]
    public async Task On_a_terminal_a_list_is_a_table_under_bold_headings()
    {
        using var world = await World.MakeAsync(server);
        await world.Account.RegisterUserAsync("zoe@example.com", given: "佐藤", family: "Zoë", id: "zoe");

        var ran = await world.Shell.ShowAsync("users", "list");

        ran.Out.ShouldBe(
            $"""
            {Escape}1mID     USER NAME          GIVEN NAME  FAMILY NAME  ACTIVE  PENDING  ROLE{Escape}0m
            ada    ada@example.com    Ada         Byron        true    false    Account Administrator
            grace  grace@example.com                           true    false    Account Reviewer
            mary   mary@example.com                            true    false
            zoe    zoe@example.com    佐藤        Zoë          true    false

            """);
    }

    [Theory]
    [InlineData("NO_COLOR", "1")]
    [InlineData("TERM", "dumb")]
    public async Task No_colour_is_shown_to_who_wants_none(string name, string value)
    {
        using var world = await World.MakeAsync(server);
        world.Shell.Set(name, value);

        (await world.Shell.ShowAsync("users", "list")).Out.ShouldNotContain(Escape);
        (await world.Shell.ShowAsync("users", "show", "nobody")).Out.ShouldNotContain(Escape);
    }

    [Fact]
    public async Task A_pipe_gets_no_colour_and_errors_go_to_standard_error()
    {
        using var world = await World.MakeAsync(server);

        (await world.RunAsync("users list --output table")).Out.ShouldNotContain(Escape);
        var refused = (await world.RunAsync("users show nobody")).Refused();
        refused.Errors.ShouldNotContain(Escape);
        refused.Out.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_terminal_would_obey_is_shown_and_not_done()
    {
        using var world = await World.MakeAsync(server);
        const string Evil = "\e[2J\r\ttab";
        (await world.Shell.RunAsync("users", "change", "ada", "--given-name", Evil)).Done();

        (await world.Shell.ShowAsync("users", "show", "ada")).Out.ShouldContain(@"\u001b[2J\u000d\u0009tab");
        (await world.RunAsync("users list")).Out.ShouldContain(@"\u001b[2J\u000d\u0009tab");
        (await world.RunAsync("users show ada --output json")).Json.GetProperty("givenName").GetString().ShouldBe(Evil);
    }

    [Fact]
    public async Task Every_format_tells_the_same()
    {
        using var world = await World.MakeAsync(server);
        const string Odd = "a, \"b\"\nc: #d";
        (await world.Shell.RunAsync("users", "change", "ada", "--given-name", Odd, "--family-name", "null", "--phone", "0123", "--external-id", "true")).Done();

        var json = (await world.RunAsync("users list --output json")).Done().Json[0];
        json.GetProperty("givenName").GetString().ShouldBe(Odd);

        using var csv = CsvReader.Create(new StringReader((await world.RunAsync("users list --output csv")).Done().Out));
        csv.Read().ShouldBeTrue();
        csv.GetString("givenName").ShouldBe(Odd);
        csv.GetString("active").ShouldBe("true");

        var yaml = new YamlDotNet.Serialization.Deserializer().Deserialize<List<Dictionary<string, object?>>>((await world.RunAsync("users list --output yaml")).Done().Out)[0];
        yaml["givenName"].ShouldBe(Odd);
        var text = (await world.RunAsync("users list --output yaml")).Out;
        text.ShouldContain("familyName: \"null\"\n");
        text.ShouldContain("phone: \"0123\"\n");
        text.ShouldContain("externalId: \"true\"\n");
        text.ShouldContain("picture: null\n");
        text.ShouldContain("active: true\n");
        yaml.Keys.ShouldBe(json.EnumerateObject().Select(member => member.Name));
        csv.Headers.ShouldBe(yaml.Keys);
    }

    [Theory]
    [InlineData("json", "[]\n")]
    [InlineData("yaml", "[]\n")]
    [InlineData("csv", "id,name,createdAt,changedAt\n")]
    [InlineData("text", "")]
    [InlineData("table", "")]
    public async Task Nothing_is_nothing_in_every_format(string format, string output)
    {
        using var shell = Shell.At(server.Roster, (await server.Roster.OpenAccountAsync()).Key.ToString());

        (await shell.RunAsync("orgs", "list", "--output", format)).Done().Out.ShouldBe(output);
    }

    [Fact]
    public async Task A_format_that_is_not_there_is_named() =>
        (await Shell.At(server.Roster).RunAsync("users", "list", "--output", "xml")).Refused("no format 'xml'", "json, yaml");

    [Fact]
    public async Task Who_reads_the_beginning_of_a_long_list_ends_it_quietly()
    {
        using var world = await World.MakeAsync(server);
        for (var i = 0; i < 1500; i++)
        {
            await world.Account.RegisterUserAsync($"user{i}@example.com", given: new string('x', 100));
        }

        var ran = await world.Shell.BashAsync($"dotnet '{Shell.Program}' users list --output json | head -n 2; echo ${{PIPESTATUS[0]}}");

        ran.Lines[^1].ShouldBe("141");
        ran.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_hears_no_errors_still_learns_that_there_was_one()
    {
        using var world = await World.MakeAsync(server);

        (await world.Shell.BashAsync($"dotnet '{Shell.Program}' users show nobody 2>&-; echo $?")).Lines.ShouldBe(["141"]);
    }

    [Fact]
    public async Task A_server_that_does_not_speak_https_is_said_without_a_stack()
    {
        using var shell = Shell.At(server.Roster).Set("ROSTER_URL", $"https://127.0.0.1:{server.Roster.Port}");

        (await shell.RunAsync("users", "list")).Refused("by TLS", "Does the server speak https there").Errors.ShouldNotContain("inner exception");
    }

    [Fact]
    public async Task Ctrl_C_ends_a_command_cleanly()
    {
        using var world = await World.MakeAsync(server);
        using var terminal = world.Shell.StartOnTerminal("changes", "--follow");
        await terminal.AnswerAsync("RoleGiven", "\x03");

        var ran = await terminal.EndAsync();

        ran.Code.ShouldBe(130, ran.Out);
        ran.Out.ShouldContain("Interrupted.");
        ran.Out.ShouldNotContain("   at ");
    }

    [Theory]
    [InlineData("http://127.0.0.1:1", "Is the server running")]
    [InlineData("http://roster.invalid", "no such host")]
    public async Task A_server_that_is_not_there_is_said_without_a_stack(string url, string next)
    {
        using var shell = Shell.At(server.Roster).Set("ROSTER_URL", url);

        (await shell.RunAsync("users", "list")).Refused(next);
    }
}
