using System.CommandLine;

namespace Roster.Cli.Commands;

/// <summary>A command as it is typed: <c>roster users add</c>.</summary>
internal static class CommandPath
{
    public static string Of(Command command) => command.Parents.OfType<Command>().FirstOrDefault() is { } above
        ? $"{Of(above)} {command.Name}"
        : RosterCommand.Name;
}
