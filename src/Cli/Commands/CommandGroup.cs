using System.CommandLine;

namespace Roster.Cli.Commands;

/// <summary>Commands about one kind of thing.</summary>
internal static class CommandGroup
{
    public static Command Of(string name, string description, params IEnumerable<Verb> verbs)
    {
        var group = new Command(name, description);
        foreach (var verb in verbs)
        {
            group.Subcommands.Add(verb);
        }

        return group;
    }
}
