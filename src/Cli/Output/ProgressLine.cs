using System.Diagnostics;

namespace Roster.Cli.Output;

/// <summary>A line on the terminal that says how far something is, drawn over itself; nothing where there is no terminal.</summary>
internal sealed class ProgressLine(Screen screen, string what) : IDisposable
{
    private const int Width = 24;
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(100);

    private readonly long _begun = Stopwatch.GetTimestamp();
    private long _drawn;

    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(_begun);

    /// <param name="part">From 0 to 1.</param>
    public void Update(double part, long count)
    {
        if (screen.ErrorsAreTerminal && (_drawn == 0 || Stopwatch.GetElapsedTime(_drawn) >= Often))
        {
            _drawn = Stopwatch.GetTimestamp();
            var full = (int)(Math.Clamp(part, 0, 1) * Width);
            screen.Errors.Write($"\r{what} [{new string('#', full)}{new string('.', Width - full)}] {part:P0}  {count:N0}  {Rate(count):N0}/s\e[K");
        }
    }

    public double Rate(long count) => count / Math.Max(Elapsed.TotalSeconds, 0.001);

    public void Dispose()
    {
        if (_drawn != 0)
        {
            screen.Errors.Write("\r\e[K");
        }
    }
}
