using System.Diagnostics;

namespace Roster.Bench.Load;

/// <summary>
/// <c>roster import</c> of a file of users, every one with a row of its own in the answer, beside durable creates by 64 clients, one request each:
/// users a second of both.
/// </summary>
internal static class Imports
{
    private const int Users = 100_000;
    private const int Seconds = 6;
    private const int Port = 18_084;

    public static async Task RunAsync(Bench bench)
    {
        await using var roster = await Bench.RosterAsync(bench.Sqlite("import.db"), Port);
        var rounds = await Bench.RoundsAsync(async round => (
            await ImportAsync(bench, round),
            await bench.WrkAsync(roster.Port, "/v1/users", 64, Seconds, Creates.Script(round))));
        Bench.Report("import", "/s", rounds, "≥ 0.5");
    }

    /// <summary>From the start of the program to its end.</summary>
    private static async Task<double> ImportAsync(Bench bench, int round)
    {
        var file = Path.Combine(bench.Folder, $"users{round}.csv");
        await File.WriteAllLinesAsync(file, Rows(round).Prepend("userName,givenName,familyName"));
        var start = Bench.Start("src/Cli/bin/Release/net10.0/roster.dll", "import", file);
        start.Environment["ROSTER_URL"] = $"http://127.0.0.1:{Port}";
        start.Environment["ROSTER_KEY"] = $"{Bench.KeyId}.{Bench.Secret}:{Bench.Account}";
        var clock = Stopwatch.StartNew();
        var output = await Bench.OutputAsync(start);
        var rate = Users / clock.Elapsed.TotalSeconds;
        return output.Contains($"created\t{Users}\n", StringComparison.Ordinal) ? rate : throw new InvalidOperationException(output);
    }

    private static IEnumerable<string> Rows(int round)
    {
        for (var i = 0; i < Users; i++)
        {
            yield return $"i{round}-{i}@example.com,Ada,Byron";
        }
    }
}
