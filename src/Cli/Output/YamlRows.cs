namespace Roster.Cli.Output;

/// <summary>One list; for who follows it only grows.</summary>
internal sealed class YamlRows(Screen screen, IReadOnlyList<string> names) : IRows
{
    private bool _any;

    public void Add(IReadOnlyList<object?> values)
    {
        _any = true;
        var text = YamlText.Of(json => JsonValue.WriteObject(json, names, values)).TrimEnd('\n');
        screen.Out.WriteLine("- " + text.Replace("\n", "\n  ", StringComparison.Ordinal));
    }

    public void Flush() => screen.Out.Flush();

    public void End()
    {
        if (!_any)
        {
            screen.Out.WriteLine("[]");
        }
    }
}
