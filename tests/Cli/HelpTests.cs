namespace Roster.Tests.Cli;

public sealed class HelpTests : IDisposable
{
    private readonly Shell _shell = new();

    public static TheoryData<string> EveryCommand =>
        [.. Commands.All().Select(path => string.Join(' ', path))];

    public void Dispose() => _shell.Dispose();

    [Theory]
    [MemberData(nameof(EveryCommand))]
    public async Task Every_command_teaches_by_examples(string command)
    {
        var help = (await _shell.RunAsync([.. command.Split(' '), "--help"])).Done().Out;

        help.ShouldContain("Examples:\n  ");
        help[help.IndexOf("Examples:", StringComparison.Ordinal)..].ShouldContain($"roster {command}");
    }

    [Fact]
    public async Task The_first_help_names_every_command_and_how_the_program_ends()
    {
        var help = (await _shell.RunAsync("--help")).Done().Out;

        foreach (var path in Commands.All())
        {
            help.ShouldContain($"\n  {path[0]}");
        }

        help.ShouldContain("2 when 'plan' found a difference");
    }

    [Theory]
    [InlineData("", "Required command", "roster --help")]
    [InlineData("usres", "'usres'", "roster --help")]
    [InlineData("users show", "Required argument", "roster users show --help")]
    [InlineData("users show a b", "'b'", "roster users show --help")]
    [InlineData("completion csh", "'csh'", "'bash'")]
    [InlineData("orgs show ..", "'..'", "roster orgs show --help")]
    [InlineData("roles remove .", "'.'")]
    [InlineData("members add ada --in team/.. --role R", "'team/..' is no place")]
    [InlineData("changes --after x", "'x' for option '--after'.")]
    [InlineData("roles list --kind orgs", "'orgs'", "'organization'")]
    public async Task What_is_typed_wrongly_is_named_with_the_help_that_tells_more(string line, params string[] words) =>
        (await _shell.RunAsync(line.Split(' ', StringSplitOptions.RemoveEmptyEntries))).Refused(words);

    [Theory]
    [InlineData("roster us", "users")]
    [InlineData("roster users s", "show")]
    [InlineData("roster users list --out", "--output")]
    [InlineData("roster users list --output j", "json")]
    [InlineData("roster members add x --in org", "organization/")]
    public async Task Bash_completes(string typed, string completed)
    {
        var words = typed.Split(' ');
        var script =
            $$"""
            roster() { dotnet '{{Shell.Program}}' "$@"; }
            source <(roster completion bash)
            COMP_LINE='{{typed}}' COMP_POINT={{typed.Length}} COMP_WORDS=({{typed}}) COMP_CWORD={{words.Length - 1}}
            _roster
            printf '%s\n' "${COMPREPLY[@]}"
            """;

        (await _shell.BashAsync(script)).Lines.ShouldContain(completed);
    }

    [Fact]
    public async Task Each_format_is_offered_once() =>
        (await _shell.RunAsync("[suggest:27]", "roster users list --output ")).Done().Lines.ShouldBe(["csv", "json", "table", "text", "yaml"]);

    [Fact]
    public async Task Profiles_are_completed_by_their_names()
    {
        Directory.CreateDirectory(_shell.Folder.File("config/roster"));
        var file = _shell.Folder.File("config/roster/profiles.json");
        await File.WriteAllTextAsync(file, """{"staging":{"url":"http://localhost:8080","key":"a.b"}}""");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);

        (await _shell.RunAsync("[suggest:30]", "roster users list --profile st")).Done().Lines.ShouldContain("staging");
    }

    [Theory]
    [InlineData("zsh", "compdef _roster roster")]
    [InlineData("fish", "complete -c roster")]
    public async Task Other_shells_have_a_script_too(string shell, string words) => (await _shell.RunAsync("completion", shell)).Done().Out.ShouldContain(words);

    [Fact]
    public async Task The_version_is_told() => (await _shell.RunAsync("--version")).Done().Out.ShouldMatch(@"^\d+\.\d+\.\d+");
}
