using System.CommandLine;
using System.CommandLine.Completions;
using Roster.Cli.Output;
using Roster.Cli.Profiles;

namespace Roster.Cli.Commands;

/// <summary>What every command understands.</summary>
internal static class GlobalOptions
{
    public static Option<string?> Profile { get; } = new("--profile")
    {
        Description = "The profile to use, instead of 'default' or of ROSTER_URL and ROSTER_KEY",
        HelpName = "NAME",
        Recursive = true,
        CompletionSources = { _ => KnownProfiles() },
    };

    public static Option<OutputFormat?> Output { get; } = new("--output")
    {
        Description = "table (on a terminal), text (elsewhere: tabs between columns), json, yaml or csv",
        HelpName = "FORMAT",
        Recursive = true,
        CustomParser = result => Enum.TryParse<OutputFormat>(result.Tokens[0].Value, ignoreCase: true, out var format) && Enum.IsDefined(format)
            ? format
            : Refuse(result, $"There is no format '{result.Tokens[0].Value}': table, text, json, yaml or csv."),
    };

    /// <summary>Of the commands that ask; each adds it.</summary>
    public static Option<bool> Yes { get; } = new("--yes", "-y") { Description = "Does not ask first" };

    static GlobalOptions()
    {
        // Those of the type are the same words in other letters.
        Output.CompletionSources.Clear();
        Output.CompletionSources.Add("table", "text", "json", "yaml", "csv");
    }

    private static IEnumerable<CompletionItem> KnownProfiles()
    {
        try
        {
            return ProfileFile.OfUser().Read().Keys.Select(name => new CompletionItem(name));
        }
        catch (CommandException)
        {
            // Who types is told when the command runs.
            return [];
        }
    }

    private static OutputFormat? Refuse(System.CommandLine.Parsing.ArgumentResult result, string why)
    {
        result.AddError(why);
        return null;
    }
}
