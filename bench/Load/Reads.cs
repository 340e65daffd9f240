namespace Roster.Bench.Load;

/// <summary>Reads beside a bare Kestrel that answers the same bytes.</summary>
internal static class Reads
{
    private const int Users = 1_000;
    private const int Seconds = 6;

    public static async Task PointAsync(Bench bench)
    {
        await using var roster = await bench.RosterAsync("point.db", 18_080);
        var ids = await Accounts.FillAsync(roster.Port, Users);
        var script = $"local ids = {{{string.Join(',', ids.Select(id => $"\"{id}\""))}}}\n"
            + "request = function() return wrk.format(\"GET\", \"/v1/users/\" .. ids[math.random(#ids)]) end";
        await CompareAsync(bench, roster, "point", "/v1/users/" + ids[0], script, "≥ 0.7");
    }

    public static async Task PageAsync(Bench bench)
    {
        await using var roster = await bench.RosterAsync("page.db", 18_080);
        await Accounts.FillAsync(roster.Port, Users);
        await CompareAsync(bench, roster, "page", "/v1/users?limit=100", null, "≥ 0.5");
    }

    private static async Task CompareAsync(
        Bench bench, Running roster, string scenario, string path, string? script, string aim)
    {
        byte[] body;
        await using (var client = new Client(roster.Port))
        {
            body = (await client.SendAsync("GET", path)).ToArray();
        }

        await using var bare = await bench.BareKestrelAsync(18_081, body);
        var rounds = new List<(double, double)>();
        for (var round = -1; round < Bench.Rounds; round++)
        {
            var ours = await bench.WrkAsync(roster.Port, path, 64, Seconds, script);
            var theirs = await bench.WrkAsync(bare.Port, path, 64, Seconds, script);
            if (round >= 0)
            {
                rounds.Add((ours, theirs));
            }
        }

        Bench.Report(scenario, "/s", rounds, aim);
    }
}
