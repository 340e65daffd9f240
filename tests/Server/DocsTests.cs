using Roster.Server.Composition;

namespace Roster.Tests.Server;

/// <summary>What the documents say is what the program does.</summary>
public sealed class DocsTests
{
    [Fact]
    public void Every_setting_is_in_the_table_as_the_program_has_it()
    {
        var rows = Repository.Lines("docs/running.md").Where(line => line.StartsWith("| `ROSTER_", StringComparison.Ordinal));

        rows.ShouldBe(Setting.All.Select(Row));
    }

    [Fact]
    public void Every_setting_that_a_document_names_is_one()
    {
        var known = Setting.All.Select(setting => setting.Variable).Concat(Setting.OfTheCommand).ToHashSet();
        foreach (var file in Repository.Documents())
        {
            foreach (var word in File.ReadAllText(file).Split([' ', '`', '=', '\n', '(', ')', '|', ',', '.', ':', ';', '*']))
            {
                if (word.StartsWith(Setting.Prefix, StringComparison.Ordinal) && word.Length > Setting.Prefix.Length)
                {
                    known.ShouldContain(word, file);
                }
            }
        }
    }

    private static string Row(Setting setting) =>
        $"| `{setting.Variable}` | `{setting.Key}` | {(setting.Default is { } text ? $"`{text}`" : "")} | {setting.Meaning} |";
}
