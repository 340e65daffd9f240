using Roster.Cli.Output;

namespace Roster.Cli.Importing;

/// <summary>How many rows came out how.</summary>
internal sealed class ImportTotals
{
    private readonly long[] _counts = new long[Enum.GetValues<RowOutcome>().Length];

    public static readonly Column<ImportTotals>[] Columns =
    [
        new("rows", totals => totals.Rows),
        new("created", totals => totals[RowOutcome.Created]),
        new("changed", totals => totals[RowOutcome.Changed]),
        new("unchanged", totals => totals[RowOutcome.Unchanged]),
        new("refused", totals => totals[RowOutcome.Refused]),
    ];

    public long Rows => _counts.Sum();

    public long this[RowOutcome outcome] => _counts[(int)outcome];

    public void Add(RowResult row) => _counts[(int)row.Outcome]++;
}
