namespace Roster.Cli;

/// <summary>A command cannot go on. It is shown as a few short lines, never with a stack.</summary>
/// <param name="message">What is wrong, in one sentence.</param>
/// <param name="next">What to do now, or what exactly is wrong, a line each.</param>
internal sealed class CommandException(string message, params IReadOnlyList<string> next) : Exception(message)
{
    public IReadOnlyList<string> Next => next;
}
