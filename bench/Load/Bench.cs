using System.Diagnostics;

namespace Roster.Bench.Load;

/// <summary>Starts the programs under measurement in a temporary folder, and prints rows of ratios.</summary>
internal sealed class Bench : IDisposable
{
    public const string KeyId = "BenchKey01";
    public const string Secret = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ";
    public const string Account = "org-bench";
    private const int Rounds = 5;

    private static readonly string Root = FindRoot();

    private static bool _hasHead;

    public string Folder { get; } = Directory.CreateTempSubdirectory("roster-bench-").FullName;

    public static string Basic { get; } = Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes($"{KeyId}:{Secret}"));

    /// <summary>A store in a file of the temporary folder, or of another one.</summary>
    public string Sqlite(string file) => "sqlite:" + Path.Combine(Folder, file);

    /// <summary>Starts Roster on the store given; answers once it is ready.</summary>
    public static async Task<Running> RosterAsync(string store, int port, params (string Name, string Value)[] settings)
    {
        var start = Start("src/Server/bin/Release/net10.0/roster-server.dll");
        start.Environment["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}";
        start.Environment["ROSTER_STORE"] = store;
        start.Environment["ROSTER_BOOTSTRAP_KEY"] = $"{KeyId}.{Secret}:{Account}";
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return await Running.WhenAnsweringAsync(start, port, "/v1/account/info");
    }

    public async Task<Running> BareKestrelAsync(int port, byte[] body)
    {
        var file = Path.Combine(Folder, "body.json");
        await File.WriteAllBytesAsync(file, body);
        var start = Start("bench/Yardstick/bin/Release/net10.0/roster-yardstick.dll", "http", $"http://127.0.0.1:{port}", file);
        return await Running.WhenAnsweringAsync(start, port, "/");
    }

    public async Task<double> SqliteLoopAsync(int seconds)
    {
        var start = Start(
            "bench/Yardstick/bin/Release/net10.0/roster-yardstick.dll", "sqlite", Path.Combine(Folder, "loop.db"), $"{seconds}");
        return double.Parse(await OutputAsync(start));
    }

    /// <summary>Requests a second that <c>wrk</c> counts; any answer that is not 2xx fails the run.</summary>
    public async Task<double> WrkAsync(int port, string path, int clients, int seconds, string? script = null)
    {
        var start = new ProcessStartInfo("wrk") { RedirectStandardOutput = true, UseShellExecute = false };
        string[] arguments = ["-t1", $"-c{clients}", $"-d{seconds}s", "-H", $"Authorization: Basic {Basic}"];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        if (script is not null)
        {
            var file = Path.Combine(Folder, $"wrk-{port}.lua");
            await File.WriteAllTextAsync(file, script);
            start.ArgumentList.Add("-s");
            start.ArgumentList.Add(file);
        }

        start.ArgumentList.Add($"http://127.0.0.1:{port}{path}");
        var output = await OutputAsync(start);
        if (output.Contains("Non-2xx", StringComparison.Ordinal) || output.Contains("Socket errors", StringComparison.Ordinal))
        {
            throw new InvalidOperationException(output);
        }

        var line = output.Split('\n').First(line => line.StartsWith("Requests/sec:", StringComparison.Ordinal));
        return double.Parse(line["Requests/sec:".Length..]);
    }

    /// <summary>One round to warm up, and then those that count.</summary>
    public static async Task<IReadOnlyList<T>> RoundsAsync<T>(Func<int, Task<T>> measure, int count = Rounds)
    {
        await measure(-1);
        var rounds = new List<T>();
        for (var round = 0; round < count; round++)
        {
            rounds.Add(await measure(round));
        }

        return rounds;
    }

    /// <summary>One row of the table: medians of both, and the ratio round by round.</summary>
    public static void Report(string scenario, string unit, IReadOnlyList<(double Roster, double Yardstick)> rounds, string aim)
    {
        var ratios = rounds.Select(round => round.Roster / round.Yardstick).Order().ToList();
        var roster = Median([.. rounds.Select(round => round.Roster).Order()]);
        var yardstick = Median([.. rounds.Select(round => round.Yardstick).Order()]);
        if (!_hasHead)
        {
            Console.WriteLine("| scenario | Roster | yardstick | ratio: median | least – most | aim |\n|---|---|---|---|---|---|");
            _hasHead = true;
        }

        Console.WriteLine(
            $"| {scenario} | {roster:N0} {unit} | {yardstick:N0} {unit} | {Median(ratios):F2} | {ratios[0]:F2} – {ratios[^1]:F2} | {aim} |");
    }

    public static double Median(IReadOnlyList<double> sorted) =>
        sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;

    public static string Processor() =>
        File.Exists("/proc/cpuinfo")
            ? File.ReadLines("/proc/cpuinfo").First(line => line.StartsWith("model name", StringComparison.Ordinal)).Split(':')[1].Trim()
            : "unknown processor";

    public static ProcessStartInfo Start(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add(Path.Combine(Root, program));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }

    /// <summary>What the program writes; one that fails throws.</summary>
    public static async Task<string> OutputAsync(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{start.FileName} failed: {output}");
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Roster.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("Run it from the build output inside the repository.");
        }

        return folder.FullName;
    }
}
