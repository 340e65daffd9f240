using System.Diagnostics;
using Roster.Tests.Server.Calls;

namespace Roster.Tests.Server.Crashes;

/// <summary>A request whose answer a crash has taken is repeated: it is done once, and answered.</summary>
public sealed class RepeatTests
{
    private const int Seed = 4_712;
    private const int Clients = 8;
    private static readonly int Rounds = FullMode.Of(100, normally: 10);

    [Fact]
    public async Task After_kills_at_any_moment_everything_is_there_once_and_as_it_was_answered()
    {
        using var folder = new TempFolder();
        var random = new Random(Seed);
        var clients = Enumerable.Range(0, Clients).Select(n => new Repeater($"w{n}")).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            await using var process = await StartAsync(folder);
            using var http = ClientOf(process);
            await KillWhileWritingAsync(process, AccountOf(http), clients, random);
        }

        await using var last = await StartAsync(folder);
        using var client = ClientOf(last);
        var at = AccountOf(client);
        await Task.WhenAll(clients.Select(repeater => repeater.WriteOneAsync(at)));

        var made = clients.SelectMany(repeater => repeater.Made).Select(group => $"{group.Key} {group.Value}");
        (await GroupsAsync(at)).ShouldBe(made, ignoreOrder: true);
    }

    [Fact]
    public async Task What_was_committed_and_not_heard_of_is_answered_again()
    {
        using var folder = new TempFolder();
        var repeater = new Repeater("north");
        await using (var process = await StartAsync(folder))
        {
            using var http = ClientOf(process);
            var at = AccountOf(http);

            // Sent, done, and killed before anybody has read the answer.
            var unheard = at.SendAsync(at.Native.CreateGroup("north-0") with { Header = ("Idempotency-Key", "north-0") });
            while ((await GroupsAsync(at)).Count == 0)
            {
            }

            await process.KillAsync();
            await Task.WhenAny(unheard);
        }

        await using var again = await StartAsync(folder);
        using var client = ClientOf(again);
        await repeater.WriteOneAsync(AccountOf(client));

        repeater.Repeats.ShouldBe(1);
        (await GroupsAsync(AccountOf(client))).ShouldBe(repeater.Made.Select(group => $"{group.Key} {group.Value}"));
    }

    /// <summary>After so many answers and some microseconds more, wherever the writer thread is then.</summary>
    private static async Task KillWhileWritingAsync(RosterProcess process, AccountClient at, Repeater[] clients, Random random)
    {
        var answers = random.Next(1, 80);
        var microseconds = random.Next(10_000);
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var writing = clients.Select(client => Task.Run(() => client.WriteAsync(at, () =>
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

    private static async Task<IReadOnlyList<string>> GroupsAsync(AccountClient at)
    {
        var groups = new List<string>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = await at.DoAsync(at.Native.Groups(cursor));
            groups.AddRange(page.List("items").Select(group => $"{group["name"]} {group["id"]}"));
            cursor = (string?)page.At("nextCursor");
        }

        return groups;
    }

    private static Task<RosterProcess> StartAsync(TempFolder folder) => RosterProcess.StartAsync(new Dictionary<string, string>
    {
        ["ROSTER_STORE"] = "sqlite:" + folder.File("roster.db"),
        ["ROSTER_BOOTSTRAP_KEY"] = RosterServer.BootstrapKey,
    });

    private static HttpClient ClientOf(RosterProcess process) => new() { BaseAddress = new Uri($"http://127.0.0.1:{process.Port}") };

    private static AccountClient AccountOf(HttpClient http) => new(http, "org-test", RosterServer.BootstrapKey);
}
