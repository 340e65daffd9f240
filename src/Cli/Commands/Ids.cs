using System.CommandLine;

namespace Roster.Cli.Commands;

/// <summary>Ids as they are typed.</summary>
internal static class Ids
{
    public static Argument<string> Argument(string name, string description)
    {
        var argument = new Argument<string>(name) { Description = description };
        argument.Validators.Add(result =>
        {
            if (result.Tokens is [var typed] && !CanName(typed.Value))
            {
                result.AddError($"'{typed.Value}' names nothing: {name} is missing.");
            }
        });
        return argument;
    }

    /// <summary>An address would lead elsewhere with these.</summary>
    public static bool CanName(string id) => id is not ("" or "." or "..");
}
