using Roster.Tests.Storage.Conformance.Model;

namespace Roster.Tests.Storage.Conformance.Specs;

/// <summary>Random histories: after any of them the store, a naive model and the store's own replayed log say the same.</summary>
public abstract class HistorySpec(StoreEngine engine) : Spec(engine)
{
    private const int InOneStore = 50;
    private const int Steps = 40;

    /// <summary>The first seed of each store's histories.</summary>
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, IsFull ? 40 : 4).Select(i => i * InOneStore)];

    private static bool IsFull => Environment.GetEnvironmentVariable("ROSTER_TEST_FULL") == "1";

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Store_model_and_replay_agree(int firstSeed)
    {
        var start = Clock.Now;
        var histories = new List<HistoryRun>();
        for (var seed = firstSeed; seed < firstSeed + InOneStore; seed++)
        {
            Clock.Set(start);
            var history = new HistoryRun(Database, seed);
            histories.Add(history);
            await history.RunAsync(Steps);
        }

        await Database.ReopenAsync();
        await using var replayed = await Engine.CreateAsync(Clock);
        await Database.ReplayIntoAsync(replayed);

        await replayed.ShouldHoldTheSameAsync(Database);
        foreach (var history in histories)
        {
            await history.CompareAsync(replayed.Store);
        }
    }
}
