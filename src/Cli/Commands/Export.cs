using System.CommandLine;

namespace Roster.Cli.Commands;

/// <summary><c>roster export</c>.</summary>
internal static class Export
{
    private static readonly Option<string?> To = new("--to", "-o") { Description = "A file to write, instead of standard output", HelpName = "FILE" };

    public static Command Build() => new Verb(
        "export",
        "Writes the account as a document, in an order that diffs well; YAML, or JSON with --output json",
        "roster export -o team.yaml",
        "roster export --output json | jq '.users | length'")
        .With(To)
        .Does(async (session, cancellationToken) =>
        {
            var text = await session.Client.Documents.GetTextAsync(DocumentOutput.FormatOf(session.Parse), cancellationToken);
            await DocumentOutput.WriteAsync(session.Screen, session.Get(To), text.EndsWith('\n') ? text : text + "\n", cancellationToken);
        });
}
