using CsvHelper;

namespace Roster.Cli.Output;

/// <summary>A heading line, then a line for each item (RFC 4180).</summary>
internal sealed class CsvRows : IRows
{
    private readonly CsvWriter _csv;

    public CsvRows(TextWriter output, IReadOnlyList<string> names)
    {
        _csv = CsvWriter.Create(output, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true);
        Add(names);
    }

    public void Add(IReadOnlyList<object?> values)
    {
        foreach (var value in values)
        {
            _csv.WriteField(Cell.Exact(value));
        }

        _csv.EndRecord();
    }

    public void Flush() => _csv.Flush();

    public void End() => _csv.Flush();
}
