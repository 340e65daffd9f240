using System.CommandLine;
using Roster.Cli.Commands;
using Roster.Cli.Output;

namespace Roster.Tests.Cli;

/// <summary>All commands that do something, as they are typed.</summary>
internal static class Commands
{
    public static IEnumerable<string[]> All() => Below(RosterCommand.Build(new Screen()), []);

    private static IEnumerable<string[]> Below(Command command, string[] path) => command.Subcommands.Count == 0
        ? [path]
        : command.Subcommands.SelectMany(below => Below(below, [.. path, below.Name]));
}
