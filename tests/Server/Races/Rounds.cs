using Roster.Tests.Server.Calls;

namespace Roster.Tests.Server.Races;

/// <summary>Runs a race often: on the server as it is, where it must hold every time, and without the lock, where it must not.</summary>
internal static class Rounds
{
    private const int Seed = 20_260_303;
    private const int Lanes = 6;
    private static readonly int Count = FullMode.Of(1_000, normally: 100);

    public static async Task HoldAsync(Race race)
    {
        await using var server = await AccountServer.StartAsync();
        await HoldAsync(race, server);
    }

    public static async Task HoldAsync(Race race, IAccounts server) => (await FirstComplaintAsync(server, race)).ShouldBeNull();

    public static async Task FailWithoutLockAsync(Race race)
    {
        await using var server = await AccountServer.StartAsync(store => new CheckThenActStore(store));
        (await FirstComplaintAsync(server, race)).ShouldNotBeNull();
    }

    /// <summary>Several rounds at a time, each in its own account; one at a time where they move the clock that they share.</summary>
    private static async Task<string?> FirstComplaintAsync(IAccounts server, Race race)
    {
        string? complaint = null;
        await Parallel.ForAsync(
            0,
            Count,
            new ParallelOptions { MaxDegreeOfParallelism = race.MovesClock ? 1 : Lanes },
            async (round, _) =>
            {
                if (complaint is null && await race.RoundAsync(server, new Random(Seed + round)) is { } broken)
                {
                    complaint = $"Round {round}: {broken}";
                }
            });
        return complaint;
    }
}
