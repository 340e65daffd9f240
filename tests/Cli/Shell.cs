using System.Diagnostics;

namespace Roster.Tests.Cli;

/// <summary>How a command ended and what it wrote.</summary>
internal sealed record Ran(int Code, string Out, string Errors)
{
    public string[] Lines => Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public System.Text.Json.JsonElement Json => System.Text.Json.JsonElement.Parse(Out);

    /// <summary>It ended well; what it wrote to standard error is shown where it did not.</summary>
    public Ran Done() => this.With(ran => ran.Code.ShouldBe(0, $"{ran.Out}\n{ran.Errors}"));

    /// <summary>It ended with 1 and said this, without a stack.</summary>
    public Ran Refused(params string[] words) => this.With(ran =>
    {
        ran.Code.ShouldBe(1, $"{ran.Out}\n{ran.Errors}");
        ran.Errors.ShouldNotContain("   at ");
        foreach (var word in words)
        {
            ran.Errors.ShouldContain(word);
        }
    });

    private Ran With(Action<Ran> check)
    {
        check(this);
        return this;
    }
}

/// <summary>A user's machine: a folder of their own, an environment, and the built program.</summary>
internal sealed class Shell : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Dictionary<string, string> _environment = [];

    public Shell() => _environment["XDG_CONFIG_HOME"] = Folder.File("config");

    public TempFolder Folder { get; } = new();

    public static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "roster.dll");

    /// <summary>One that is logged in to a server by the environment.</summary>
    public static Shell At(RosterServer server, string? key = null) => new Shell()
        .Set("ROSTER_URL", $"http://127.0.0.1:{server.Port}")
        .Set("ROSTER_KEY", key ?? RosterServer.BootstrapKey);

    public Shell Set(string name, string value)
    {
        _environment[name] = value;
        return this;
    }

    public string Write(string name, string text)
    {
        File.WriteAllText(Folder.File(name), text);
        return name;
    }

    public string Read(string name) => File.ReadAllText(Folder.File(name));

    public Task<Ran> RunAsync(params string[] arguments) => EndAsync(Start(Command(arguments)), input: null);

    public Task<Ran> RunWithInputAsync(string input, params string[] arguments) => EndAsync(Start(Command(arguments)), input);

    /// <summary>On a terminal, where both streams are one.</summary>
    public Terminal StartOnTerminal(params string[] arguments)
    {
        var line = string.Join(' ', Command(arguments).Select(part => $"'{part.Replace("'", "'\\''", StringComparison.Ordinal)}'"));

        // By itself a terminal that is interrupted throws away what it has not shown yet: on a busy machine that may be what is said to it.
        return new(Start(["script", "-qefc", $"stty noflsh; exec {line}", "/dev/null"]));
    }

    /// <summary>The shell that people type into, on a terminal.</summary>
    public Terminal StartBashOnTerminal(string script)
    {
        File.WriteAllText(Folder.File("session"), script);
        return new(Start(["script", "-qefc", "bash session", "/dev/null"]));
    }

    /// <summary>On a terminal where nobody types.</summary>
    public async Task<Ran> ShowAsync(params string[] arguments)
    {
        using var terminal = StartOnTerminal(arguments);
        return await terminal.EndAsync();
    }

    /// <summary>By the shell that people type into.</summary>
    public Task<Ran> BashAsync(string script) => EndAsync(Start(["bash", "-c", script]), input: null);

    public Process StartRoster(params string[] arguments) => Start(Command(arguments));

    public static async Task<Ran> EndAsync(Process process, string? input)
    {
        using (process)
        {
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEndAsync();
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
            await process.WaitForExitAsync().WaitAsync(Patience);
            return new(process.ExitCode, (await output).ReplaceLineEndings("\n"), (await errors).ReplaceLineEndings("\n"));
        }
    }

    public void Dispose() => Folder.Dispose();

    private static string[] Command(string[] arguments) => ["dotnet", Program, .. arguments];

    private Process Start(string[] command)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Folder.Path,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("ROSTER_", StringComparison.Ordinal) || name == "NO_COLOR").ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["TERM"] = "xterm";
        foreach (var (name, value) in _environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
