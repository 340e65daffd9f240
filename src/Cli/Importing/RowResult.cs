namespace Roster.Cli.Importing;

/// <summary>What has become of a row.</summary>
internal enum RowOutcome
{
    Created,
    Changed,
    Unchanged,
    Refused,
}

/// <param name="Why">Of a refused row.</param>
internal sealed record RowResult(long Line, string UserName, RowOutcome Outcome, string? Why = null);
