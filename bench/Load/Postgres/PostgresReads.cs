namespace Roster.Bench.Load.Postgres;

/// <summary>
/// Point reads with the key checked, beside what a server would do that asks PostgreSQL for each: bare Kestrel's time for a
/// request and <c>pgbench</c>'s for the row, one after the other.
/// </summary>
internal static class PostgresReads
{
    private const int Users = 1_000;
    private const int Seconds = 6;

    public static Task KeptAsync(Bench bench) => RunAsync(bench, "pg-point", "≥ 0.7");

    public static Task UnkeptAsync(Bench bench) => RunAsync(bench, "pg-point-unkept", "–", ("ROSTER_KEPT_ANSWERS", "0"));

    private static async Task RunAsync(Bench bench, string scenario, string aim, params (string, string)[] settings)
    {
        await using var postgres = await PostgresServer.StartAsync(18_082);
        await using var roster = await Bench.RosterAsync(postgres.Store, 18_080, settings);
        var ids = await Accounts.FillAsync(roster.Port, Users);
        await postgres.AddYardstickAsync();
        var path = "/v1/users/" + ids[0];
        await using var bare = await bench.BareKestrelAsync(18_081, await Client.GetAsync(roster.Port, path));
        var rounds = await Bench.RoundsAsync(async _ => new Round(
            await bench.WrkAsync(roster.Port, path, 64, Seconds, Reads.OfAny(ids)),
            await bench.WrkAsync(bare.Port, path, 64, Seconds, Reads.OfAny(ids)),
            await postgres.PgbenchAsync("point.sql", Seconds, 1000, 1000)));
        Bench.Report(scenario, "/s", [.. rounds.Select(round => (round.Roster, round.Together))], aim);
        Bench.Report(scenario + ": Kestrel", "/s", [.. rounds.Select(round => (round.Roster, round.Kestrel))], "–");
        Bench.Report(scenario + ": pgbench", "/s", [.. rounds.Select(round => (round.Roster, round.Pgbench))], "–");
    }

    private sealed record Round(double Roster, double Kestrel, double Pgbench)
    {
        public double Together => 1 / ((1 / Kestrel) + (1 / Pgbench));
    }
}
