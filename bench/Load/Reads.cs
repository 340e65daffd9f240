namespace Roster.Bench.Load;

/// <summary>Reads beside a bare Kestrel that answers the same bytes.</summary>
internal static class Reads
{
    private const int Users = 1_000;
    private const int Seconds = 6;

    public static async Task PointAsync(Bench bench)
    {
        await using var roster = await Bench.RosterAsync(bench.Sqlite("point.db"), 18_080);
        var ids = await Accounts.FillAsync(roster.Port, Users);
        await CompareAsync(bench, roster, "point", "/v1/users/" + ids[0], OfAny(ids), "≥ 0.7");
    }

    public static async Task PageAsync(Bench bench)
    {
        await using var roster = await Bench.RosterAsync(bench.Sqlite("page.db"), 18_080);
        await Accounts.FillAsync(roster.Port, Users);
        await CompareAsync(bench, roster, "page", "/v1/users?limit=100", null, "≥ 0.5");
    }

    /// <summary>For <c>wrk</c>: asks for one of these users each time.</summary>
    public static string OfAny(IReadOnlyList<string> ids) => $$"""
        local ids = {{{string.Join(',', ids.Select(id => $"\"{id}\""))}}}
        request = function() return wrk.format("GET", "/v1/users/" .. ids[math.random(#ids)]) end
        """;

    private static async Task CompareAsync(
        Bench bench, Running roster, string scenario, string path, string? script, string aim)
    {
        await using var bare = await bench.BareKestrelAsync(18_081, await Client.GetAsync(roster.Port, path));
        var rounds = await Bench.RoundsAsync(async _ => (
            await bench.WrkAsync(roster.Port, path, 64, Seconds, script),
            await bench.WrkAsync(bare.Port, path, 64, Seconds, script)));
        Bench.Report(scenario, "/s", rounds, aim);
    }
}
