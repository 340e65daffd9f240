using System.CommandLine;
using System.CommandLine.Help;
using Roster.Cli.Output;

namespace Roster.Cli.Commands;

/// <summary>The whole program, as its help shows it.</summary>
internal static class RosterCommand
{
    public const string Name = "roster";

    public const string MoreHelp =
        """
        Results go to standard output, all else to standard error. The program ends with 0 when it is done, 1 when
        something was refused, failed or asked for wrongly, 2 when 'plan' found a difference, 130 when interrupted.
        'roster COMMAND --help' tells more about each command, docs/cli.md all of it with examples.
        """;

    public static Screen ScreenOf(ParseResult parse) => ((Root)parse.RootCommandResult.Command).Screen;

    public static RootCommand Build(Screen screen)
    {
        var root = new Root(screen, "Who belongs where, in which role: asks and changes a Roster server.");
        Command[] commands =
        [
            Login.In(), Login.Out(), Whoami.Build(), Login.Profiles(),
            Users.Build(), Organizations.Build(), Groups.Build(), Connectors.Build(), Teams.Build(), Members.Build(), Roles.Build(), Keys.Build(), Changes.Build(),
            Export.Build(), Plans.Plan(), Plans.Apply(), Import.Build(), Copy.Build(),
            Completion.Build(),
        ];
        foreach (var command in commands)
        {
            root.Subcommands.Add(command);
        }

        root.Options.Add(GlobalOptions.Profile);
        root.Options.Add(GlobalOptions.Output);
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new Help((HelpAction)help.Action!);
        // Only Windows' own programs know these.
        help.Aliases.Remove("/?");
        help.Aliases.Remove("/h");
        return root;
    }

    /// <summary>Carries what is made once for each run.</summary>
    private sealed class Root(Screen screen, string description) : RootCommand(description)
    {
        public Screen Screen => screen;
    }
}
