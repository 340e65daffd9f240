using System.Text.Json;

namespace Roster.Cli.Output;

/// <summary>Writes what a command found, in the format that was asked for.</summary>
internal sealed class Results(Screen screen, OutputFormat format)
{
    public OutputFormat Format => format;

    public async Task ListAsync<T>(IAsyncEnumerable<T> items, IReadOnlyList<Column<T>> columns, CancellationToken cancellationToken)
    {
        var (rows, shown) = Open(columns, endless: false);
        await foreach (var item in items.WithCancellation(cancellationToken))
        {
            rows.Add(Values(shown, item));
        }

        rows.End();
    }

    public void List<T>(IEnumerable<T> items, IReadOnlyList<Column<T>> columns)
    {
        var (rows, shown) = Open(columns, endless: false);
        foreach (var item in items)
        {
            rows.Add(Values(shown, item));
        }

        rows.End();
    }

    /// <summary>Rows without an end, to be flushed by who adds them.</summary>
    public (Action<T> Add, Action Flush) Follow<T>(IReadOnlyList<Column<T>> columns)
    {
        var (rows, shown) = Open(columns, endless: true);
        return (item => rows.Add(Values(shown, item)), rows.Flush);
    }

    /// <summary>One item in full: for people a line for each thing that it has.</summary>
    public void Show<T>(T item, IReadOnlyList<Column<T>> columns)
    {
        switch (format)
        {
            case OutputFormat.Table:
                WriteLines(item, [.. columns.Where(column => column.Value(item) is not null)]);
                break;
            case OutputFormat.Text:
                List(columns, [new("name", column => column.Name), new("value", column => column.Value(item))]);
                break;
            case OutputFormat.Json:
                WriteJson(json => JsonValue.WriteObject(json, [.. columns.Select(column => column.Name)], Values(columns, item)));
                break;
            case OutputFormat.Yaml:
                WriteYaml(json => JsonValue.WriteObject(json, [.. columns.Select(column => column.Name)], Values(columns, item)));
                break;
            default:
                List([item], columns);
                break;
        }
    }

    public void WriteJson(Action<Utf8JsonWriter> write) => screen.Out.WriteLine(JsonValue.Text(write, indented: true));

    public void WriteYaml(Action<Utf8JsonWriter> write) => screen.Out.Write(YamlText.Of(write));

    private void WriteLines<T>(T item, IReadOnlyList<Column<T>> columns)
    {
        var width = columns.Max(column => column.Name.Length);
        foreach (var column in columns)
        {
            screen.Out.WriteLine($"{screen.Paint(Paints.Faint, column.Name.PadRight(width))}  {Cell.Readable(column.Value(item))}");
        }
    }

    private (IRows Rows, IReadOnlyList<Column<T>> Shown) Open<T>(IReadOnlyList<Column<T>> columns, bool endless)
    {
        // Programs get everything; people and pipes what fits a line.
        IReadOnlyList<Column<T>> shown =
            format is OutputFormat.Table or OutputFormat.Text ? [.. columns.Where(column => !column.Detail)] : columns;
        string[] names = [.. shown.Select(column => column.Name)];
        IRows rows = format switch
        {
            OutputFormat.Table => new TableRows(screen, names),
            OutputFormat.Text => new TextRows(screen),
            OutputFormat.Json => new JsonRows(screen, names, endless),
            OutputFormat.Yaml => new YamlRows(screen, names),
            _ => new CsvRows(screen.Out, names),
        };
        return (rows, shown);
    }

    private static object?[] Values<T>(IReadOnlyList<Column<T>> columns, T item) => [.. columns.Select(column => column.Value(item))];
}
