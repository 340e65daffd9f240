using System.Diagnostics;

namespace Roster.Tests.Storage.Conformance.Engine;

/// <summary>Waits for what the store does "soon rather than at once".</summary>
internal static class Soon
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task ShouldBeAsync<T>(Func<Task<T>> ask, T expected)
    {
        var watch = Stopwatch.StartNew();
        var seen = await ask();
        while (!EqualityComparer<T>.Default.Equals(seen, expected) && watch.Elapsed < Patience)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5));
            seen = await ask();
        }

        seen.ShouldBe(expected);
    }
}
