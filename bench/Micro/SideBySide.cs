using System.Diagnostics;
using Roster.Core.Access;

namespace Roster.Bench.Micro;

/// <summary>
/// Measures two ways to answer in turn, so that whatever else the machine does slows both. Questions are made anew for each short
/// piece, as a request brings them: they are in the processor's cache, and what is known is not. Of a round's pieces the middle one
/// counts, which nobody interrupted, and of the rounds the best.
/// </summary>
internal static class SideBySide
{
    private const int Rounds = 9;
    private const int Pieces = 101;
    private const int Questions = 1_000;

    public static void Run(string what, Func<AccessQuestion> next, Func<AccessQuestion[], int> roster, Func<AccessQuestion[], int> yardstick)
    {
        // What the runtime still makes faster is not measured.
        _ = (Round(next, roster), Round(next, yardstick));
        var rounds = Enumerable.Range(0, Rounds).Select(_ => (Roster: Round(next, roster), Yardstick: Round(next, yardstick))).ToList();
        var ratios = rounds.Select(round => round.Yardstick.Nanoseconds / round.Roster.Nanoseconds).Order().ToList();
        var (best, bytes) = rounds.Select(round => round.Roster).Min();
        Console.WriteLine(
            $"{what}: {1e3 / best:N2} million a second ({best:N0} ns, {bytes:N0} bytes each), by hand {1e3 / rounds.Min(round => round.Yardstick.Nanoseconds):N2}, "
            + $"ratio {ratios[Rounds / 2]:N2} ({ratios[0]:N2} – {ratios[^1]:N2})");
    }

    private static (double Nanoseconds, double Bytes) Round(Func<AccessQuestion> next, Func<AccessQuestion[], int> ask)
    {
        var (questions, taken, bytes) = (new AccessQuestion[Questions], new double[Pieces], 0L);
        for (var piece = 0; piece < Pieces; piece++)
        {
            for (var i = 0; i < Questions; i++)
            {
                questions[i] = next();
            }

            var (watch, allocated) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
            var yes = ask(questions);
            taken[piece] = Stopwatch.GetElapsedTime(watch).TotalNanoseconds / Questions;
            bytes += GC.GetAllocatedBytesForCurrentThread() - allocated;
            if (yes != Questions)
            {
                throw new InvalidOperationException($"{Questions - yes} checks were answered wrongly.");
            }
        }

        Array.Sort(taken);
        return (taken[Pieces / 2], (double)bytes / (Pieces * Questions));
    }
}
