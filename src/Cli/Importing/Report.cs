using Roster.Cli.Output;

namespace Roster.Cli.Importing;

/// <summary>What has become of every row, as comma-separated values.</summary>
internal sealed class Report : IDisposable
{
    private static readonly string[] Names = ["line", "userName", "result", "why"];

    private readonly StreamWriter _file;
    private readonly CsvRows _rows;

    public Report(string path)
    {
        _file = new(path);
        _rows = new(_file, Names);
    }

    public void Add(RowResult row) => _rows.Add([row.Line, row.UserName, NameOf(row.Outcome), row.Why]);

    public void Dispose()
    {
        _rows.End();
        _file.Dispose();
    }

    public static string NameOf(RowOutcome outcome) => outcome.ToString().ToLowerInvariant();
}
