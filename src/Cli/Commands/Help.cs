using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Roster.Cli.Commands;

/// <summary>The usual help, and after it examples that can be pasted.</summary>
internal sealed class Help(HelpAction usual) : SynchronousCommandLineAction
{
    // A question about a command is answered, whatever else is wrong with the line.
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        usual.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        var examples = Examples(parseResult.CommandResult.Command);
        if (examples.Count > 0)
        {
            output.WriteLine("Examples:");
            foreach (var example in examples)
            {
                output.WriteLine($"  {example}");
            }

            output.WriteLine();
        }

        if (parseResult.CommandResult.Command is RootCommand)
        {
            output.WriteLine(RosterCommand.MoreHelp);
        }

        return ExitCodes.Done;
    }

    /// <summary>A group shows its commands' first ones.</summary>
    private static IReadOnlyList<string> Examples(Command command) => command is Verb verb
        ? verb.Examples
        : [.. command.Subcommands.OfType<Verb>().Select(below => below.Examples is [var first, ..] ? first : null).OfType<string>()];
}
