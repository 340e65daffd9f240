namespace Roster.Cli.Output;

/// <summary>Aligned columns under headings. The first rows decide how wide the columns are; none is cut.</summary>
internal sealed class TableRows(Screen screen, IReadOnlyList<string> names) : IRows
{
    private const int Looked = 1000;
    private const string Gap = "  ";

    private readonly List<string[]> _waiting = [];
    private int[]? _widths;

    public void Add(IReadOnlyList<object?> values)
    {
        _waiting.Add([.. values.Select(Cell.Readable)]);
        if (_waiting.Count == Looked)
        {
            WriteWaiting();
        }
    }

    public void Flush()
    {
        WriteWaiting();
        screen.Out.Flush();
    }

    public void End()
    {
        if (_waiting.Count == 0 && _widths is null)
        {
            screen.Note("None.");
        }

        WriteWaiting();
    }

    private void WriteWaiting()
    {
        if (_waiting.Count == 0)
        {
            return;
        }

        if (_widths is null)
        {
            string[] headings = [.. names.Select(Heading)];
            _widths = [.. headings.Select((heading, i) => Math.Max(heading.Length, _waiting.Max(row => TextWidth.Of(row[i]))))];
            screen.Out.WriteLine(screen.Paint(Paints.Bold, Line(headings)));
        }

        foreach (var row in _waiting)
        {
            screen.Out.WriteLine(Line(row));
        }

        _waiting.Clear();
    }

    private string Line(string[] cells) => string.Join(Gap, cells.Select((cell, i) => TextWidth.Pad(cell, _widths![i]))).TrimEnd();

    /// <summary><c>userName</c> becomes <c>USER NAME</c>.</summary>
    private static string Heading(string name) =>
        string.Concat(name.Select(c => char.IsUpper(c) ? " " + c : char.ToUpperInvariant(c).ToString()));
}
