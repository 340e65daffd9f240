namespace Roster.Storage.Copying;

/// <summary>What a finished copy came to; it was verified, else there is none.</summary>
/// <param name="Rows">All that the target holds of its accounts.</param>
/// <param name="CopiedRows">Those of this run: an interrupted copy goes on where it was.</param>
public sealed record CopyReport(int Accounts, long Rows, long CopiedRows, TimeSpan Copying, TimeSpan Verifying)
{
    public override string ToString() =>
        $"verified: {Accounts:N0} accounts, {Rows:N0} rows; {CopiedRows:N0} copied at {Rate(CopiedRows, Copying)}, compared at {Rate(Rows, Verifying)}";

    private static string Rate(long rows, TimeSpan time) => $"{rows / Math.Max(0.001, time.TotalSeconds):N0} rows/s";
}
