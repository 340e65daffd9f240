namespace Roster.Cli.Output;

/// <summary>One array; or, for who follows, an object on each line.</summary>
internal sealed class JsonRows(Screen screen, IReadOnlyList<string> names, bool endless) : IRows
{
    private bool _any;

    public void Add(IReadOnlyList<object?> values)
    {
        var text = JsonValue.Text(json => JsonValue.WriteObject(json, names, values), indented: !endless);
        if (endless)
        {
            screen.Out.WriteLine(text);
            return;
        }

        screen.Out.Write(_any ? ",\n  " : "[\n  ");
        screen.Out.Write(text.Replace("\n", "\n  ", StringComparison.Ordinal));
        _any = true;
    }

    public void Flush() => screen.Out.Flush();

    public void End()
    {
        if (!endless)
        {
            screen.Out.WriteLine(_any ? "\n]" : "[]");
        }
    }
}
