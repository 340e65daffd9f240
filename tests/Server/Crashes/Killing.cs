using System.Diagnostics;
using Roster.Tests.Server.Calls;

namespace Roster.Tests.Server.Crashes;

/// <summary>A server over one file that is killed and started again.</summary>
internal static class Killing
{
    public static Task<RosterProcess> StartAsync(TempFolder folder) => RosterProcess.StartAsync(new Dictionary<string, string>
    {
        ["ROSTER_STORE"] = "sqlite:" + folder.File("roster.db"),
        ["ROSTER_BOOTSTRAP_KEY"] = RosterServer.BootstrapKey,
    });

    public static HttpClient ClientOf(RosterProcess process) => new() { BaseAddress = new Uri($"http://127.0.0.1:{process.Port}") };

    public static AccountClient AccountOf(HttpClient http) => new(http, "org-test", RosterServer.BootstrapKey);

    /// <summary>After so many answers and some microseconds more, wherever the writer thread is then.</summary>
    /// <param name="writers">Each goes on until the server is gone, and says when it was answered.</param>
    public static async Task KillWhileWritingAsync(RosterProcess process, IEnumerable<Func<Action, Task>> writers, Random random)
    {
        var answers = random.Next(1, 80);
        var microseconds = random.Next(10_000);
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var writing = writers.Select(write => Task.Run(() => write(() =>
        {
            if (Interlocked.Decrement(ref answers) == 0)
            {
                enough.SetResult();
            }
        }))).ToArray();

        await Task.WhenAny([enough.Task, .. writing]);
        var started = Stopwatch.GetTimestamp();
        SpinWait.SpinUntil(() => Stopwatch.GetElapsedTime(started) > TimeSpan.FromMicroseconds(microseconds));
        await process.KillAsync();
        await Task.WhenAll(writing);
    }
}
