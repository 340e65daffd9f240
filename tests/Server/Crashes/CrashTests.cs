using System.Diagnostics;
using Roster.Tests.Server.Calls;

namespace Roster.Tests.Server.Crashes;

public sealed class CrashTests
{
    private const int Seed = 4_711;
    private const int Writers = 6;
    private static readonly int Rounds = FullMode.Of(200, normally: 20);

    [Fact]
    public async Task After_a_kill_every_answered_write_is_there_and_no_unanswered_one_is_half_there()
    {
        using var folder = new TempFolder();
        var random = new Random(Seed);
        var writers = await PrepareAsync(folder);
        var seen = 0L;
        for (var round = 0; round < Rounds; round++)
        {
            await using var process = await StartAsync(folder);
            using var http = ClientOf(process);
            var at = AccountOf(http);
            seen = await ExamineAsync(at, writers, seen);
            IntegrityCheck.Run(folder.File("roster.db")).ShouldBe("ok");
            await KillWhileWritingAsync(process, at, writers, random);
        }

        await using var last = await StartAsync(folder);
        using var client = ClientOf(last);
        await ExamineAsync(AccountOf(client), writers, 0);
    }

    private static async Task<Writer[]> PrepareAsync(TempFolder folder)
    {
        await using var process = await StartAsync(folder);
        using var http = ClientOf(process);
        var at = AccountOf(http);
        var group = (await at.DoAsync(at.Fivetran.CreateGroup("north"))).Text("data.id");
        var organization = (await at.DoAsync(at.WhyLabs.CreateOrganization("North"))).Text("id");
        return [.. Enumerable.Range(0, Writers).Select(n => new Writer($"w{n}", new Random(Seed + n), group, organization))];
    }

    /// <returns>The latest revision.</returns>
    private static async Task<long> ExamineAsync(AccountClient at, Writer[] writers, long seen)
    {
        var census = await Census.TakeAsync(at);
        foreach (var writer in writers)
        {
            writer.Settle(census);
        }

        var log = await AccountLog.ReadAsync(at, seen);
        foreach (var set in log.Sets().Where(set => set.Any(change => change.IsInvited)))
        {
            set.Skip(1).Select(change => change.Kind).ShouldBe(["InvitationIssued", "RoleGiven"]);
        }

        return log.Count > 0 ? log[^1].Revision : seen;
    }

    /// <summary>After so many answers and some microseconds more, wherever the writer thread is then.</summary>
    private static async Task KillWhileWritingAsync(RosterProcess process, AccountClient at, Writer[] writers, Random random)
    {
        var answers = random.Next(1, 80);
        var microseconds = random.Next(10_000);
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var writing = writers.Select(writer => Task.Run(() => writer.WriteAsync(at, () =>
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

    private static Task<RosterProcess> StartAsync(TempFolder folder) => RosterProcess.StartAsync(new Dictionary<string, string>
    {
        ["ROSTER_STORE"] = "sqlite:" + folder.File("roster.db"),
        ["ROSTER_BOOTSTRAP_KEY"] = RosterServer.BootstrapKey,
    });

    private static HttpClient ClientOf(RosterProcess process) => new() { BaseAddress = new Uri($"http://127.0.0.1:{process.Port}") };

    private static AccountClient AccountOf(HttpClient http) => new(http, "org-test", RosterServer.BootstrapKey);
}
