namespace Roster.Bench.Load;

/// <summary>Durable creates by 64 clients beside a tight loop of one-row transactions on the same disk.</summary>
internal static class Creates
{
    private const int Seconds = 6;

    public static async Task RunAsync(Bench bench)
    {
        await using var roster = await Bench.RosterAsync(bench.Sqlite("create.db"), 18_080);
        var rounds = await Bench.RoundsAsync(async round => (
            await bench.WrkAsync(roster.Port, "/v1/users", 64, Seconds, Script(round)),
            await bench.SqliteLoopAsync(Seconds)));
        Bench.Report("create", "/s", rounds, "≥ 2");
    }

    public static string Script(int round) => $$"""
        local n = 0
        wrk.method = "POST"
        wrk.headers["Content-Type"] = "application/json"
        request = function()
          n = n + 1
          return wrk.format(nil, nil, nil, '{"email":"r{{round}}-' .. n .. '@example.com","given_name":"Ada","family_name":"Byron"}')
        end
        """;
}
