using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace Roster.Testing;

/// <summary>The built server as a process of its own, to be killed, stopped, traced or seen failing. Its clock is the machine's.</summary>
public sealed partial class RosterProcess : IAsyncDisposable
{
    private const string Server = "roster-server";
    private const int Terminate = 15;
    private const string Listening = "Now listening on: ";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();
    private readonly List<(string Text, TaskCompletionSource Seen)> _awaited = [];
    private readonly TaskCompletionSource<int> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RosterProcess(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Read(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Read(_errors, line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Of the program started, which is the tracer where there is one.</summary>
    public int Id => _process.Id;

    public int Port => _listening.Task.Result;

    public Wire Wire => field ??= new Wire(Port);

    /// <summary>What it has written to standard output so far.</summary>
    public string Output => Text(_output);

    public string Errors => Text(_errors);

    /// <summary>Starts it and waits until it listens.</summary>
    /// <param name="settings">By their names in the environment; no other of ours reach it.</param>
    /// <param name="under">A program that runs it, with its arguments: a tracer.</param>
    /// <param name="program">Another program that says where it listens in the same words.</param>
    public static Task<RosterProcess> StartAsync(
        IReadOnlyDictionary<string, string> settings,
        IReadOnlyList<string>? arguments = null,
        IReadOnlyList<string>? under = null,
        string program = Server)
    {
        string[] command = [.. under ?? [], .. Command(program), "--urls", "http://127.0.0.1:0", .. arguments ?? []];
        return ListeningAsync(new RosterProcess(StartInfo(settings, command)));
    }

    /// <summary>Starts it by a command of one's own, in a folder.</summary>
    public static Task<RosterProcess> StartAsync(
        IReadOnlyDictionary<string, string> settings, string folder, params IReadOnlyList<string> command)
    {
        var start = StartInfo(settings, command);
        start.WorkingDirectory = folder;
        return ListeningAsync(new RosterProcess(start));
    }

    /// <summary>What starts a program that was built with the tests.</summary>
    public static IReadOnlyList<string> Command(string program = Server) =>
        ["dotnet", Path.Combine(AppContext.BaseDirectory, program + ".dll")];

    /// <summary>Runs it to its end, for starts that fail and commands that finish.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(
        IReadOnlyDictionary<string, string> settings, params IReadOnlyList<string> arguments)
    {
        await using var process = new RosterProcess(StartInfo(settings, [.. Command(), .. arguments]));
        var code = await process.ExitAsync();
        return (code, process.Output, process.Errors);
    }

    /// <summary>As the power would go.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await ExitAsync();
    }

    /// <summary>Asks it to stop; <see cref="ExitAsync"/> tells when it has.</summary>
    public void SendTerminate()
    {
        if (Signal(Id, Terminate) != 0)
        {
            throw new InvalidOperationException("The process is gone.");
        }
    }

    /// <summary>Waits until it has written this to standard output.</summary>
    public Task WrittenAsync(string text)
    {
        lock (_output)
        {
            var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _awaited.Add((text, seen));
            TellAwaited();
            return seen.Task.WaitAsync(Patience);
        }
    }

    public async Task<int> ExitAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        if (_listening.Task.IsCompleted)
        {
            Wire.Dispose();
        }

        _process.Dispose();
    }

    private static async Task<RosterProcess> ListeningAsync(RosterProcess process)
    {
        await Task.WhenAny(process._listening.Task, process._process.WaitForExitAsync()).WaitAsync(Patience);
        if (!process._listening.Task.IsCompleted)
        {
            await using (process)
            {
                throw new InvalidOperationException($"The server did not start: {process.Errors}{process.Output}");
            }
        }

        return process;
    }

    private static ProcessStartInfo StartInfo(IReadOnlyDictionary<string, string> settings, IReadOnlyList<string> command)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        string[] ours = ["ROSTER_", "ASPNETCORE_", "OTEL_"];
        foreach (var name in start.Environment.Keys.Where(name => ours.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal))).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private static string Text(StringBuilder lines)
    {
        lock (lines)
        {
            return lines.ToString();
        }
    }

    private void Read(StringBuilder lines, string? line)
    {
        lock (lines)
        {
            lines.AppendLine(line);
            TellAwaited();
        }

        if (line?.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at)
        {
            _listening.TrySetResult(new Uri(line[(at + Listening.Length)..]).Port);
        }
    }

    private void TellAwaited()
    {
        lock (_output)
        {
            var output = _output.ToString();
            foreach (var (_, seen) in _awaited.Where(awaited => output.Contains(awaited.Text, StringComparison.Ordinal)))
            {
                seen.TrySetResult();
            }
        }
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Signal(int process, int signal);
}
