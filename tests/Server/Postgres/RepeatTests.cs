using Roster.Testing.Postgres;
using Roster.Tests.Server.Calls;
using Roster.Tests.Server.Crashes;

namespace Roster.Tests.Server.Postgres;

/// <summary>A process is killed after its COMMIT was done and before it has heard so: the repeat at another one is answered by what was kept.</summary>
public sealed class RepeatTests
{
    [Theory]
    [InlineData(CommitFate.Unanswered, 1)]
    [InlineData(CommitFate.Lost, 0)]
    public async Task A_repeat_after_a_kill_at_the_commit_is_done_once(CommitFate fate, int repeats)
    {
        await using var database = await SharedDatabase.CreateAsync();
        await using var proxy = PostgresProxy.Before(database.Connection);
        await using var killed = await RosterProcess.StartAsync(new Dictionary<string, string>
        {
            ["ROSTER_STORE"] = "postgres:" + proxy.Connection, ["ROSTER_BOOTSTRAP_KEY"] = RosterServer.BootstrapKey,
        });
        using var http = ClientOf(killed);
        var repeater = new Repeater("north");
        var trap = proxy.Trap(fate);

        var unheard = repeater.WriteAsync(AccountOf(http), () => { });
        await trap.Caught;
        await killed.KillAsync();
        await unheard;
        await using var other = await RosterProcess.StartAsync(database.Settings());
        using var client = ClientOf(other);
        await repeater.WriteOneAsync(AccountOf(client));

        repeater.Repeats.ShouldBe(repeats);
        (await database.CountAsync("scopes")).ShouldBe(1);
    }

    private static HttpClient ClientOf(RosterProcess process) => new() { BaseAddress = new Uri($"http://127.0.0.1:{process.Port}") };

    private static AccountClient AccountOf(HttpClient http) => new(http, "org-test", RosterServer.BootstrapKey);
}
