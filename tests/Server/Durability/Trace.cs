using System.Text.RegularExpressions;

namespace Roster.Tests.Server.Durability;

/// <summary>What <c>strace -f -y</c> wrote: calls that were interrupted by other threads' are put together again.</summary>
internal static partial class Trace
{
    /// <summary>Calls that returned, by when they began.</summary>
    public static IReadOnlyList<SystemCall> Read(IEnumerable<string> lines)
    {
        var calls = new List<SystemCall>();
        var open = new Dictionary<string, SystemCall>(StringComparer.Ordinal);
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            if (Resumed().Match(line) is { Success: true } resumed)
            {
                if (open.Remove(resumed.Groups["thread"].Value, out var begun))
                {
                    calls.Add(begun with { Arguments = begun.Arguments + resumed.Groups["rest"].Value, Returned = number });
                }
            }
            else if (Begun().Match(line) is { Success: true } start)
            {
                var call = new SystemCall(start.Groups["name"].Value, start.Groups["rest"].Value, number, number);
                if (line.EndsWith("<unfinished ...>", StringComparison.Ordinal))
                {
                    open[start.Groups["thread"].Value] = call;
                }
                else
                {
                    calls.Add(call);
                }
            }
        }

        return [.. calls.OrderBy(call => call.Began)];
    }

    [GeneratedRegex(@"^(?<thread>\d+) +(?<name>\w+)\((?<rest>.*)$", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Begun();

    [GeneratedRegex(@"^(?<thread>\d+) +<\.\.\. \w+ resumed>(?<rest>.*)$", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Resumed();
}
