using Roster.Tests.Server.Calls;
using static Roster.Tests.Server.Crashes.Killing;

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
            await KillWhileWritingAsync(process, writers.Select<Writer, Func<Action, Task>>(writer => answered => writer.WriteAsync(at, answered)), random);
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
}
