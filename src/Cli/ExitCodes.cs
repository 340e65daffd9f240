namespace Roster.Cli;

/// <summary>How the program ends; documented in <c>docs/cli.md</c>.</summary>
internal static class ExitCodes
{
    public const int Done = 0;

    /// <summary>Something was refused, failed, or was asked for wrongly.</summary>
    public const int Failed = 1;

    /// <summary>Of <c>plan</c> alone: it has made a plan, and the plan is not empty.</summary>
    public const int Differs = 2;

    /// <summary>As shells count a signal: 128 and its number.</summary>
    public const int Interrupted = 130;

    /// <summary>Who read the output has gone.</summary>
    public const int BrokenPipe = 141;
}
