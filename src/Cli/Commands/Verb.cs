using System.CommandLine;
using Roster.Cli.Output;

namespace Roster.Cli.Commands;

/// <summary>A command that does something, with examples that its help shows.</summary>
internal sealed class Verb : Command
{
    public Verb(string name, string description, params IReadOnlyList<string> examples)
        : base(name, description) => Examples = examples;

    /// <summary>As they are typed, without the prompt.</summary>
    public IReadOnlyList<string> Examples { get; }

    public Verb With(params IEnumerable<Symbol> symbols)
    {
        foreach (var symbol in symbols)
        {
            if (symbol is Argument argument)
            {
                Arguments.Add(argument);
            }
            else
            {
                Options.Add((Option)symbol);
            }
        }

        return this;
    }

    /// <summary>Speaks to the server of the profile.</summary>
    public Verb Does(Func<Session, CancellationToken, Task> action) => DoesWithCode(async (session, cancellationToken) =>
    {
        await action(session, cancellationToken);
        return ExitCodes.Done;
    });

    /// <summary>The same, and says how the program is to end.</summary>
    public Verb DoesWithCode(Func<Session, CancellationToken, Task<int>> action)
    {
        SetAction(async (parse, cancellationToken) =>
        {
            using var session = Session.Of(parse, RosterCommand.ScreenOf(parse));
            return await action(session, cancellationToken);
        });
        return this;
    }

    /// <summary>Needs no profile.</summary>
    public Verb DoesHere(Action<ParseResult, Screen> action)
    {
        SetAction(parse => action(parse, RosterCommand.ScreenOf(parse)));
        return this;
    }

    public Verb DoesHereAsync(Func<ParseResult, Screen, CancellationToken, Task> action)
    {
        SetAction((parse, cancellationToken) => action(parse, RosterCommand.ScreenOf(parse), cancellationToken));
        return this;
    }
}
