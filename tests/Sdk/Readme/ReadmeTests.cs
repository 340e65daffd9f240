namespace Roster.Tests.Sdk.Readme;

public sealed class ReadmeTests
{
    [Fact]
    public void Its_code_is_what_is_compiled_and_run() =>
        Blocks(Repository.Lines("src/Sdk/README.md")).ShouldBe(Marked(Repository.Lines("tests/Sdk/Readme/Snippets.cs")), ignoreOrder: true);

    private static List<string> Blocks(string[] lines)
    {
        var blocks = new List<string>();
        for (var i = Array.IndexOf(lines, "```csharp"); i >= 0; i = Array.IndexOf(lines, "```csharp", i))
        {
            var end = Array.IndexOf(lines, "```", i);
            blocks.Add(string.Join('\n', lines[(i + 1)..end]));
            i = end;
        }

        return blocks;
    }

    /// <summary>Without the code's own indentation.</summary>
    private static List<string> Marked(string[] lines)
    {
        var marked = new List<string>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Trim() == "// begin")
            {
                var indentation = lines[i].IndexOf('/');
                var end = Array.FindIndex(lines, i, line => line.Trim() == "// end");
                marked.Add(string.Join('\n', lines[(i + 1)..end].Select(line => line.Length > indentation ? line[indentation..] : "")));
            }
        }

        return marked;
    }
}
