namespace Roster.Bench.Load;

/// <summary>From process start to the first answer, on a store that is there, beside a bare Kestrel program.</summary>
internal static class Starts
{
    private const int Times = 15;

    public static async Task RunAsync(Bench bench)
    {
        await using (var first = await Bench.RosterAsync(bench.Sqlite("start.db"), 18_080))
        {
            await Accounts.FillAsync(first.Port, 1_000);
        }

        var rounds = await Bench.RoundsAsync(
            async _ =>
            {
                await using var roster = await Bench.RosterAsync(bench.Sqlite("start.db"), 18_080);
                await using var bare = await bench.BareKestrelAsync(18_081, "{}"u8.ToArray());
                return (roster.UntilFirstAnswer.TotalMilliseconds, bare.UntilFirstAnswer.TotalMilliseconds);
            },
            Times);
        Bench.Report("start", "ms", rounds, "≤ 2.5");
    }
}
