namespace Roster.Bench.Load.Postgres;

/// <summary>Two server processes over one database, each with half the clients, beside one of them with all.</summary>
internal static class TwoServers
{
    private const int Clients = 64;
    private const int Seconds = 6;
    private const int Tenancies = 100;
    private const int Users = 1_000;

    public static async Task RunAsync(Bench bench)
    {
        await using var postgres = await PostgresServer.StartAsync(18_082);
        await using var one = await Bench.RosterAsync(postgres.Store, 18_080, Tenants.OperatorKey);
        await using var other = await Bench.RosterAsync(postgres.Store, 18_083, Tenants.OperatorKey);
        var keys = await Tenants.OpenAsync(one.Port, Tenancies);
        var ids = await Accounts.FillAsync(one.Port, Users);
        await postgres.SettleAsync();
        await CompareAsync("pg-two: creates", "/v1/users", (server, round) => Tenants.Creating(keys, $"r{round}-{server}"));
        await CompareAsync("pg-two: creates, an account at one", "/v1/users", (server, round) => Tenants.Creating(Of(server), $"o{round}-{server}"));
        await CompareAsync("pg-two: point", "/v1/users/" + ids[0], (_, _) => Reads.OfAny(ids));

        // As behind a balancer that sends a key always to the same process.
        IReadOnlyList<string> Of(string server) => server switch
        {
            "one" => [.. keys.Take(Tenancies / 2)],
            "other" => [.. keys.Skip(Tenancies / 2)],
            _ => keys,
        };

        async Task CompareAsync(string scenario, string path, Func<string, int, string> script)
        {
            var rounds = await Bench.RoundsAsync(async round =>
            {
                var alone = await WrkAsync(one, Clients, "alone");
                var both = await Task.WhenAll(WrkAsync(one, Clients / 2, "one"), WrkAsync(other, Clients / 2, "other"));
                return (both.Sum(), alone);

                Task<double> WrkAsync(Running server, int clients, string name) =>
                    bench.WrkAsync(server.Port, path, clients, Seconds, script(name, round));
            });
            Bench.Report(scenario, "/s", rounds, "≥ 1");
        }
    }
}
