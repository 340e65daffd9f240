namespace Roster.Tests.Cli;

/// <summary>A page with sessions: fenced blocks of commands after <c>$</c>, continued after <c>&gt;</c>, each followed by what it writes.</summary>
internal sealed class TranscriptPage
{
    private static readonly string[] Questions = ["Only 'yes' is accepted: ", "Key (it is not shown): "];

    private readonly List<object> _parts = [];

    public TranscriptPage(string text)
    {
        var within = false;
        foreach (var line in text.Split('\n'))
        {
            if (within && line.StartsWith("$ ", StringComparison.Ordinal))
            {
                _parts.Add(new Command([line]));
            }
            else if (within && _parts[^1] is Command command && line != "```")
            {
                command.Add(line);
            }
            else
            {
                within = line == "```console";
                _parts.Add(line);
            }
        }
    }

    public IReadOnlyList<string> Commands => [.. _parts.OfType<Command>().Select(command => command.Typed)];

    /// <summary>What is asked, and what the page answers; null for what is not shown.</summary>
    public IEnumerable<(string Question, string? Answer)> Answers =>
        from command in _parts.OfType<Command>()
        from line in command.Written
        from question in Questions
        let at = line.IndexOf(question.TrimEnd(), StringComparison.Ordinal)
        where at >= 0
        select (question, line[(at + question.TrimEnd().Length)..].Trim() is { Length: > 0 } answer ? answer : null);

    /// <summary>The same commands, and what they write now.</summary>
    public string With(IEnumerable<string> outputs)
    {
        using var next = outputs.GetEnumerator();
        return string.Join('\n', _parts.Select(part => part switch
        {
            Command command when next.MoveNext() => string.Join('\n', [.. command.Lines, .. Lines(next.Current)]),
            Command => throw new InvalidOperationException("There are fewer outputs than commands."),
            _ => (string)part,
        }));
    }

    // Blanks at the ends of lines cannot be seen on a page.
    private static IEnumerable<string> Lines(string output) => output.Length == 0 ? [] : output.TrimEnd('\n').Split('\n').Select(line => line.TrimEnd());

    private sealed class Command(List<string> lines)
    {
        private readonly List<string> _written = [];

        public IReadOnlyList<string> Lines => lines;

        public IReadOnlyList<string> Written => _written;

        public string Typed => string.Join('\n', lines.Select(line => line[2..]));

        public void Add(string line)
        {
            if (_written.Count == 0 && line.StartsWith("> ", StringComparison.Ordinal))
            {
                lines.Add(line);
            }
            else
            {
                _written.Add(line);
            }
        }
    }
}
