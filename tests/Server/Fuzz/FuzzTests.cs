using System.Collections.Concurrent;
using System.Globalization;
using Roster.Tests.Server.Requests;

namespace Roster.Tests.Server.Fuzz;

/// <summary>
/// Requests that are wrong in every way there is: never a server's error, never silence, always the door's own shape, and
/// nothing written by what was refused. A failure names the seed and the case to run alone:
/// <c>ROSTER_FUZZ_SEED=… ROSTER_FUZZ_CASE=…</c>.
/// </summary>
public sealed class FuzzTests
{
    private const int Workers = 4;

    private static bool IsFull => Environment.GetEnvironmentVariable("ROSTER_TEST_FULL") == "1";

    private static int Cases => IsFull ? 200_000 : 20_000;

    /// <summary>What the gate asks is the same each time, so that it fails by what was changed; full mode looks for more.</summary>
    private static int Seed => Number("ROSTER_FUZZ_SEED") ?? (IsFull ? Random.Shared.Next(1_000_000) : 1);

    [Fact]
    public async Task Whatever_is_sent_is_answered_in_shape_and_what_is_refused_writes_nothing()
    {
        var seed = Seed;
        TestContext.Current.SendDiagnosticMessage($"ROSTER_FUZZ_SEED={seed}");
        await using var server = await RosterServer.StartAsync();
        var problems = new ConcurrentQueue<string>();
        var answered = await Task.WhenAll(Enumerable.Range(0, Workers).Select(first => Task.Run(() => RunAsync(server, seed, first, problems))));

        problems.ShouldBeEmpty();
        if (Number("ROSTER_FUZZ_CASE") is null)
        {
            // Wrong in one way or another, and not in all at once: each route was got through to.
            Declared.All.Where(request => request.Need != Need.Owner).Select(request => request.Route).ShouldBeSubsetOf(answered.SelectMany(routes => routes).ToHashSet());
        }
    }

    private static async Task<IEnumerable<string>> RunAsync(RosterServer server, int seed, int first, ConcurrentQueue<string> problems)
    {
        using var worker = new FuzzWorker(server, seed);
        if (Number("ROSTER_FUZZ_CASE") is { } only)
        {
            (first, var alone) = (first == 0 ? only : int.MaxValue, only + 1);
            await RunAsync(worker, first, alone, problems);
            return worker.Served;
        }

        await RunAsync(worker, first, Cases, problems);
        return worker.Served;
    }

    private static async Task RunAsync(FuzzWorker worker, int first, int end, ConcurrentQueue<string> problems)
    {
        for (var number = first; number < end && problems.Count < 10; number += Workers)
        {
            if (await worker.RunAsync(number) is { } problem)
            {
                problems.Enqueue(problem);
            }
        }
    }

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : null;
}
