namespace Roster.Tests.Cli;

public sealed class ProfileTests(CliServer server) : IDisposable
{
    private readonly Shell _shell = new();

    private string Url => $"http://127.0.0.1:{server.Roster.Port}";

    private string File => _shell.Folder.File("config/roster/profiles.json");

    public void Dispose() => _shell.Dispose();

    [Fact]
    public async Task Login_keeps_the_key_where_only_its_owner_can_read_it()
    {
        var account = await server.Roster.OpenAccountAsync("Example Ltd");

        var ran = await _shell.RunAsync("login", "--url", Url, "--key", account.Key.ToString());

        ran.Done().Errors.ShouldContain($"Logged in to Example Ltd ({account.Id})");
        System.IO.File.GetUnixFileMode(File).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        System.IO.File.GetUnixFileMode(Path.GetDirectoryName(File)!).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Directory.GetFiles(Path.GetDirectoryName(File)!).ShouldBe([File]);
        (await _shell.RunAsync("whoami", "--output", "json")).Done().Json.GetProperty("account").GetString().ShouldBe(account.Id.ToString());
    }

    [Fact]
    public async Task A_key_can_come_from_standard_input()
    {
        var account = await server.Roster.OpenAccountAsync();

        (await _shell.RunWithInputAsync($"{account.Key}\n", "login", "--url", Url, "--key", "-", "--profile", "staging")).Done();

        (await _shell.RunAsync("profiles")).Out.ShouldBe($"staging\t{Url}/\t{account.Key.Id}\n");
        (await _shell.RunAsync("whoami")).Refused("There is no profile 'default'.", "--profile: staging");
        (await _shell.RunAsync("whoami", "--profile", "staging")).Done();
    }

    [Fact]
    public async Task On_a_terminal_login_asks_and_does_not_show_the_key()
    {
        var account = await server.Roster.OpenAccountAsync();
        using var terminal = _shell.StartOnTerminal("login");
        await terminal.AnswerAsync("Server, as in", Url + "\r");
        await terminal.AnswerAsync("Key (it is not shown): ", account.Key + "\r");

        var ran = await terminal.EndAsync();

        ran.Code.ShouldBe(0, ran.Out);
        ran.Out.ShouldContain("Logged in to");
        ran.Out.ShouldNotContain(account.Key.ToString());
        (await _shell.RunAsync("whoami")).Done();
    }

    [Fact]
    public async Task A_key_that_the_server_refuses_is_not_kept()
    {
        var wrong = RosterServer.BootstrapKey.Replace("abc", "xyz", StringComparison.Ordinal);

        (await _shell.RunAsync("login", "--url", Url, "--key", wrong)).Refused("roster login");

        System.IO.File.Exists(File).ShouldBeFalse();
    }

    [Theory]
    [InlineData("roster.example.com", "a.b", "is not a server's address")]
    [InlineData("ftp://roster.example.com", "a.b", "is not a server's address")]
    [InlineData("https://roster.example.com/?a=b", "a.b", "is not a server's address")]
    [InlineData("https://roster.example.com/#a", "a.b", "is not a server's address")]
    [InlineData("https://ada:secret@roster.example.com", "a.b", "is not a server's address")]
    [InlineData("http://127.0.0.1:1", "secret", "That is not a key")]
    [InlineData("http://127.0.0.1:1", "Abc123Def4.sécret", "That is not a key")]
    [InlineData("http://127.0.0.1:1", "Abc123Def4.secret", "Is the server running")]
    public async Task What_cannot_be_a_login_says_why(string url, string key, string why) =>
        (await _shell.RunAsync("login", "--url", url, "--key", key)).Refused(why);

    [Fact]
    public async Task Without_a_terminal_login_names_the_missing_option() =>
        (await _shell.RunAsync("login", "--url", Url)).Refused("--key is missing");

    [Fact]
    public async Task Logout_forgets_one_profile()
    {
        var account = await server.Roster.OpenAccountAsync();
        (await _shell.RunAsync("login", "--url", Url, "--key", account.Key.ToString())).Done();
        (await _shell.RunAsync("login", "--url", Url, "--key", account.Key.ToString(), "--profile", "other")).Done();

        (await _shell.RunAsync("logout")).Done();

        (await _shell.RunAsync("whoami", "--profile", "default")).Refused("There is no profile 'default'");
        (await _shell.RunAsync("whoami", "--profile", "other")).Done();
        (await _shell.RunAsync("logout")).Refused("There is no profile 'default'");
    }

    [Fact]
    public async Task A_file_that_others_can_read_is_not_used()
    {
        var account = await server.Roster.OpenAccountAsync();
        (await _shell.RunAsync("login", "--url", Url, "--key", account.Key.ToString())).Done();
        System.IO.File.SetUnixFileMode(File, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);

        (await _shell.RunAsync("whoami")).Refused("can be read by others", "chmod 600");
        (await _shell.RunAsync("login", "--url", Url, "--key", account.Key.ToString())).Refused("can be read by others");
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"default":{"url":null,"key":"a.b"}}""")]
    [InlineData("""{"default":{"url":"http://localhost"}}""")]
    [InlineData("""{"default":{"url":"localhost","key":"a.b"}}""")]
    public async Task A_damaged_file_says_so(string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        await System.IO.File.WriteAllTextAsync(File, text);
        System.IO.File.SetUnixFileMode(File, UnixFileMode.UserRead | UnixFileMode.UserWrite);

        (await _shell.RunAsync("whoami")).Refused("is damaged");
    }

    [Fact]
    public async Task Who_is_not_logged_in_is_told_how() => (await _shell.RunAsync("users", "list")).Refused("You are not logged in.", "roster login", "ROSTER_URL");

    [Fact]
    public async Task The_environment_stands_in_for_a_profile_and_a_named_profile_wins()
    {
        var (one, other) = (await server.Roster.OpenAccountAsync(), await server.Roster.OpenAccountAsync());
        (await _shell.RunAsync("login", "--url", Url, "--key", one.Key.ToString(), "--profile", "one")).Done();
        _shell.Set("ROSTER_URL", Url).Set("ROSTER_KEY", other.Key.ToString());

        (await AccountAsync()).ShouldBe(other.Id.ToString());
        (await AccountAsync("--profile", "one")).ShouldBe(one.Id.ToString());
    }

    [Theory]
    [InlineData("ROSTER_URL", "http://127.0.0.1:1", "ROSTER_KEY is not")]
    [InlineData("ROSTER_KEY", "a.b", "ROSTER_URL is not")]
    public async Task Half_an_environment_is_refused_so_that_no_key_goes_to_another_server(string name, string value, string why)
    {
        _shell.Set(name, value);

        (await _shell.RunAsync("whoami")).Refused(why);
    }

    [Fact]
    public async Task A_server_without_https_elsewhere_is_warned_of() =>
        (await _shell.RunAsync("login", "--url", "http://roster.invalid", "--key", "Abc123Def4.secret")).Refused("warning:", "is not https", "no such host");

    private async Task<string?> AccountAsync(params string[] options) =>
        (await _shell.RunAsync(["whoami", "--output", "json", .. options])).Done().Json.GetProperty("account").GetString();
}
