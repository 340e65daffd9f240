using Roster.Tests.Server.Calls;
using static Roster.Tests.Server.Crashes.Killing;

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
            var at = AccountOf(http);
            await KillWhileWritingAsync(process, clients.Select<Repeater, Func<Action, Task>>(repeater => answered => repeater.WriteAsync(at, answered)), random);
        }

        await using var last = await StartAsync(folder);
        using var client = ClientOf(last);
        var account = AccountOf(client);
        await Task.WhenAll(clients.Select(repeater => repeater.WriteOneAsync(account)));

        var made = clients.SelectMany(repeater => repeater.Made).Select(group => $"{group.Key} {group.Value}");
        (await GroupsAsync(account)).ShouldBe(made, ignoreOrder: true);
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
}
