namespace Roster.Cli.Output;

/// <summary>A line for each item, a tab between its values: for <c>cut</c>, <c>awk</c> and <c>while read</c>.</summary>
internal sealed class TextRows(Screen screen) : IRows
{
    public void Add(IReadOnlyList<object?> values) => screen.Out.WriteLine(string.Join('\t', values.Select(value => Cell.OneLine(Cell.Exact(value)))));

    public void Flush() => screen.Out.Flush();

    public void End()
    {
    }
}
