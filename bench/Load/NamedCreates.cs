namespace Roster.Bench.Load;

/// <summary>
/// Creates whose answers are kept for a repeat, beside the same without an <c>Idempotency-Key</c>: what one more row in a write
/// costs. The names are made in order, as UUIDs of version 7 are.
/// </summary>
internal static class NamedCreates
{
    private const int Seconds = 6;

    public static async Task RunAsync(Bench bench)
    {
        await using var roster = await Bench.RosterAsync(bench.Sqlite("named.db"), 18_082);
        var rounds = await Bench.RoundsAsync(async round => (
            await bench.WrkAsync(roster.Port, "/api/users", 64, Seconds, Script($"n{round}", "wrk.headers[\"Idempotency-Key\"] = name")),
            await bench.WrkAsync(roster.Port, "/api/users", 64, Seconds, Script($"p{round}", ""))));
        Bench.Report("create-named", "/s", rounds, "≥ 0.7");
    }

    private static string Script(string round, string each) => $$"""
        local n = 0
        wrk.method = "POST"
        wrk.headers["Content-Type"] = "application/json"
        request = function()
          n = n + 1
          local name = '{{round}}-' .. string.format('%010d', n)
          {{each}}
          return wrk.format(nil, nil, nil, '{"userName":"' .. name .. '@example.com","givenName":"Ada","familyName":"Byron"}')
        end
        """;
}
