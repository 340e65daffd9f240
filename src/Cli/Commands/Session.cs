using System.CommandLine;
using Roster.Cli.Output;
using Roster.Cli.Profiles;
using Roster.Sdk;

namespace Roster.Cli.Commands;

/// <summary>One command line that speaks to a server: what was asked, where it goes, and where results go.</summary>
internal sealed class Session(ParseResult parse, Screen screen, Profile profile) : IDisposable
{
    private RosterClient? _client;

    public ParseResult Parse => parse;

    public Screen Screen => screen;

    public Profile Profile => profile;

    public Results Results => field ??= ResultsOf(parse, screen);

    public RosterClient Client => _client ??= Connect(profile);

    public static Session Of(ParseResult parse, Screen screen) => new(parse, screen, ProfileChoice.Choose(parse.GetValue(GlobalOptions.Profile)));

    public static RosterClient Connect(Profile profile) => new(profile.Url, profile.Key);

    public static Results ResultsOf(ParseResult parse, Screen screen) =>
        new(screen, parse.GetValue(GlobalOptions.Output) ?? (screen.OutputIsTerminal ? OutputFormat.Table : OutputFormat.Text));

    public T? Get<T>(Option<T> option) => parse.GetValue(option);

    public T Get<T>(Argument<T> argument) => parse.GetRequiredValue(argument);

    /// <summary>Whether it stands on the line, whatever its value.</summary>
    public bool Has(Option option) => parse.GetResult(option) is { Implicit: false };

    /// <summary>What an option takes away is written as an empty value: <c>--phone ""</c>.</summary>
    public Change<string?> Change(Option<string?> option) =>
        Has(option) ? new Change<string?>(Get(option) is { Length: > 0 } value ? value : null) : default;

    /// <summary>Only the word itself counts; where nobody can be asked, <c>--yes</c> must have been said.</summary>
    public async Task ConfirmAsync(string question, CancellationToken cancellationToken)
    {
        if (Get(GlobalOptions.Yes))
        {
            return;
        }

        if (!screen.CanAsk)
        {
            throw new CommandException("Nobody is here to be asked.", "Say --yes if it is to be done all the same.");
        }

        if ((await screen.AskAsync($"{question} Only 'yes' is accepted: ", cancellationToken))?.Trim() != "yes")
        {
            throw new CommandException("Nothing was done.");
        }
    }

    public void Dispose() => _client?.Dispose();
}
