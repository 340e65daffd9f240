using System.CommandLine;
using Roster.Cli.Commands;
using Roster.Cli.Output;

namespace Roster.Cli;

/// <summary>Runs one command line, and turns whatever happens into an exit code and words.</summary>
internal static class Run
{
    public static async Task<int> AsRosterAsync(string[] arguments)
    {
        var screen = new Screen();
        try
        {
            var code = await InvokeAsync(screen, arguments);
            await screen.Out.FlushAsync();
            return code;
        }
        catch (Exception failure)
        {
            return Ended(screen, failure);
        }
    }

    private static async Task<int> InvokeAsync(Screen screen, string[] arguments)
    {
        var parse = RosterCommand.Build(screen).Parse(arguments);
        if (parse.Errors.Count > 0)
        {
            throw Misused(parse);
        }

        return await parse.InvokeAsync(new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            Output = screen.Out,
            Error = screen.Errors,
            // A command that has been interrupted has this long to say where it stands.
            ProcessTerminationTimeout = TimeSpan.FromSeconds(5),
        });
    }

    private static CommandException Misused(ParseResult parse)
    {
        // What is not known explains better than what is therefore missing.
        var errors = parse.Errors.Select(error => string.Join(' ', error.Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToList();
        var error = errors.Find(text => text.StartsWith("Unrecognized", StringComparison.Ordinal)) ?? errors[0];
        return new(WithoutType(error), $"Try: {CommandPath.Of(parse.CommandResult.Command)} --help");
    }

    /// <summary>The type of a value tells only programmers something.</summary>
    private static string WithoutType(string error) => error.IndexOf(" as expected type ", StringComparison.Ordinal) is > 0 and var end ? error[..end] + "." : error;

    private static int Ended(Screen screen, Exception failure)
    {
        if (Failures.IsBrokenPipe(failure))
        {
            return ExitCodes.BrokenPipe;
        }

        try
        {
            var (message, next, code) = Failures.Explain(failure);
            screen.Fail(message, next);
            return code;
        }
        catch (Exception unheard) when (unheard is IOException or UnauthorizedAccessException)
        {
            return ExitCodes.BrokenPipe;
        }
    }
}
