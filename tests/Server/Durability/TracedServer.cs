using Roster.Tests.Server.Calls;

namespace Roster.Tests.Server.Durability;

/// <summary>A server whose writes, syncs and answers strace writes down.</summary>
internal sealed class TracedServer : IAsyncDisposable
{
    private const string Calls = "pwrite64,write,writev,fsync,fdatasync,sendto,sendmsg";

    /// <summary>So slow a disk that an answer which does not wait for it comes first, and that many writers queue up.</summary>
    private const string SlowSync = "inject=fsync,fdatasync:delay_enter=200000";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TempFolder _folder = new();
    private RosterProcess? _process;

    private string TraceFile => _folder.File("trace");

    public static async Task<TracedServer> StartAsync(string program)
    {
        var server = new TracedServer();
        server._process = await RosterProcess.StartAsync(
            new Dictionary<string, string>
            {
                ["TMPDIR"] = server._folder.Path,
                ["ROSTER_STORE"] = "sqlite:" + server._folder.File("roster.db"),
                ["ROSTER_BOOTSTRAP_KEY"] = RosterServer.BootstrapKey,
            },
            under: ["strace", "-f", "-y", "-s", "6000", "-e", "trace=" + Calls, "-e", SlowSync, "-o", server.TraceFile],
            program: program);
        return server;
    }

    /// <summary>Creates users at once, each with an address that is found nowhere else in the trace.</summary>
    public async Task<IReadOnlyList<AnsweredWrite>> WriteAtOnceAsync(int count)
    {
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{_process!.Port}") };
        var at = new AccountClient(http, "org-test", RosterServer.BootstrapKey);
        string[] marks = [.. Enumerable.Range(0, count).Select(n => $"mark-{n:D4}-{Guid.NewGuid():N}@example.com")];
        var replies = await at.AtOnceAsync([.. marks.Select(mark => at.WhyLabs.Create(mark))]);
        replies.ShouldAllBe(reply => reply.Succeeded);
        var trace = await ReadTraceAsync(marks);
        return [.. marks.Select(mark => AnsweredWrite.Find(trace, mark))];
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }

        _folder.Dispose();
    }

    /// <summary>The tracer writes a call down soon after it returned, not at once.</summary>
    private async Task<IReadOnlyList<SystemCall>> ReadTraceAsync(string[] marks)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var trace = Trace.Read(File.ReadLines(TraceFile));
            var answers = trace.Where(call => call.IsAnswer).ToList();
            if (Array.TrueForAll(marks, mark => answers.Exists(answer => answer.Mentions(mark))))
            {
                return trace;
            }

            await Task.Delay(20, patience.Token);
        }
    }
}
