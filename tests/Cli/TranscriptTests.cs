using System.Text.RegularExpressions;

namespace Roster.Tests.Cli;

/// <summary>
/// The sessions in <c>docs/cli.md</c> are typed into a shell, against a server of their own, and shown there exactly as they come out.
/// With ROSTER_TEST_WRITE=1 the page is written anew instead.
/// </summary>
public sealed partial class TranscriptTests : IAsyncLifetime
{
    private const string Page = "docs/cli.md";
    private const string ShownAddress = "https://roster.example.com";
    private const int Patience = 10_000;
    private const char End = '\x1e';

    private readonly Shell _shell = new();
    private RosterServer? _server;

    private string Address => $"http://127.0.0.1:{_server!.Port}";

    public async ValueTask InitializeAsync()
    {
        _server = await RosterServer.StartAsync();
        _shell.Set("NO_COLOR", "1");
    }

    public async ValueTask DisposeAsync()
    {
        await _server!.DisposeAsync();
        _shell.Dispose();
    }

    [Fact]
    public async Task The_page_shows_what_happens()
    {
        var page = new TranscriptPage(Repository.Text(Page));
        using var terminal = _shell.StartBashOnTerminal(Script(page.Commands));
        foreach (var (question, answer) in page.Answers)
        {
            await terminal.AnswerAsync(question, (answer ?? RosterServer.BootstrapKey) + "\r");
        }

        var ran = await terminal.EndAsync();
        var outputs = Shown(ran.Out).Split(End);

        outputs.Length.ShouldBe(page.Commands.Count + 1, ran.Out);
        var actual = page.With(outputs);
        if (Environment.GetEnvironmentVariable("ROSTER_TEST_WRITE") == "1")
        {
            await File.WriteAllTextAsync(Path.Combine(Repository.Root, Page), actual);
        }

        actual.ShouldBe(Repository.Text(Page));
    }

    private string Script(IEnumerable<string> commands) =>
        $"roster() {{ dotnet '{Shell.Program}' \"$@\"; }}\nend() {{ local code=$?; printf '\\036'; return $code; }}\n"
        + string.Concat(commands.Select(command => command.Replace(ShownAddress, Address, StringComparison.Ordinal) + "\nend\n"));

    /// <summary>What a terminal is left with, and what differs from run to run as the page has it.</summary>
    private string Shown(string output)
    {
        var text = DrawnOver().Replace(output, "").Replace(Address, ShownAddress, StringComparison.Ordinal).Replace(_shell.Folder.File("config"), "~/.config", StringComparison.Ordinal);
        foreach (var (id, shown) in Shown(KeyText().Matches(text).Select(match => match.Groups["id"].Value), "Abc123Def")
                .Concat(Shown(UserId().Matches(text).Select(match => match.Value), "user-0mwr7x3k5q9v1b8n2d4f")))
        {
            text = text.Replace(id, shown, StringComparison.Ordinal);
        }

        text = InvitationId().Replace(text, "invitation-0mm5c8w1r4x7z2v9k3dfg");
        text = KeyText().Replace(text, "${id}.…:${account}");
        text = Token().Replace(text, "${before}…");
        return Rate().Replace(text, "rows in 0.1 s: 40/s");
    }

    /// <summary>Each with a letter of its own, and as long as it was: it may stand in a table.</summary>
    private static IEnumerable<(string Id, string Shown)> Shown(IEnumerable<string> ids, string beginning) =>
        ids.Distinct().Select((id, number) => (id, beginning + (char)('a' + number)));

    [GeneratedRegex(@"\r[^\r\n]*\e\[K|\e\[[0-9;]*[a-zA-Z]", RegexOptions.None, Patience)]
    private static partial Regex DrawnOver();

    [GeneratedRegex(@"\b(?<id>[A-Za-z0-9]{10})\.[A-Za-z0-9]{53}:(?<account>org-\w+)", RegexOptions.None, Patience)]
    private static partial Regex KeyText();

    [GeneratedRegex(@"user-[0-9a-z]{21}\b", RegexOptions.None, Patience)]
    private static partial Regex UserId();

    [GeneratedRegex(@"invitation-[0-9a-z]{21}\b", RegexOptions.None, Patience)]
    private static partial Regex InvitationId();

    [GeneratedRegex(@"(?<before>(token|invitation#) *)[\w.-]{20,}", RegexOptions.Multiline | RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Token();

    [GeneratedRegex(@"rows in [\d.,]+ s: [\d,]+/s", RegexOptions.None, Patience)]
    private static partial Regex Rate();
}
