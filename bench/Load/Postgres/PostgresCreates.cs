namespace Roster.Bench.Load.Postgres;

/// <summary>Durable creates by 64 clients, in one account and spread over 100, beside <c>pgbench</c> doing the same statements.</summary>
internal static class PostgresCreates
{
    private const int Clients = 64;
    private const int Seconds = 6;

    public static Task InOneAccountAsync(Bench bench) => RunAsync(bench, "pg-create", accounts: 1, first: 1000, last: 1000, "≥ 4");

    public static Task InManyAccountsAsync(Bench bench) => RunAsync(bench, "pg-creates", accounts: 100, first: 1001, last: 1100, "≥ 1.5");

    private static async Task RunAsync(Bench bench, string scenario, int accounts, int first, int last, string aim)
    {
        await using var postgres = await PostgresServer.StartAsync(18_082);
        await using var roster = await Bench.RosterAsync(postgres.Store, 18_080, Tenants.OperatorKey);
        var keys = await Tenants.OpenAsync(roster.Port, accounts);
        await Accounts.FillAsync(roster.Port, 1_000);
        await postgres.AddYardstickAsync();
        var rounds = await Bench.RoundsAsync(async round => (
            await bench.WrkAsync(roster.Port, "/v1/users", Clients, Seconds, Tenants.Creating(keys, $"r{round}")),
            await postgres.PgbenchAsync("create.sql", Seconds, first, last)));
        Bench.Report(scenario, "/s", rounds, aim);
    }
}
