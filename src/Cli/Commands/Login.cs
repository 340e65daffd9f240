using System.CommandLine;
using Roster.Cli.Output;
using Roster.Cli.Profiles;

namespace Roster.Cli.Commands;

/// <summary>Remembers and forgets servers and keys.</summary>
internal static class Login
{
    private static readonly Option<string?> Url = new("--url") { Description = "Where the server is", HelpName = "URL" };

    private static readonly Option<string?> Key = new("--key")
    {
        Description = "The key; '-' reads it from standard input, which keeps it out of the list of processes",
        HelpName = "KEY",
    };

    private static readonly Column<Profile>[] Columns = [new("profile", profile => profile.Name), new("url", profile => profile.Url.ToString()), new("keyId", profile => profile.KeyId)];

    public static Command In() => new Verb(
        "login",
        "Remembers a server and a key for it, after asking the server",
        "roster login                                             # asks for both",
        "roster login --url https://roster.example.com --key - < key.txt",
        "roster login --profile staging --url http://localhost:8080")
        .With(Url, Key)
        .DoesHereAsync(LogInAsync);

    public static Command Out() => new Verb(
        "logout",
        "Forgets a server and its key",
        "roster logout",
        "roster logout --profile staging")
        .DoesHere(LogOut);

    public static Command Profiles() => new Verb(
        "profiles",
        "Lists what 'login' remembers",
        "roster profiles")
        .DoesHere((parse, screen) => Session.ResultsOf(parse, screen).List(ProfileFile.OfUser().Read().Values, Columns));

    private static async Task LogInAsync(ParseResult parse, Screen screen, CancellationToken cancellationToken)
    {
        var name = parse.GetValue(GlobalOptions.Profile) ?? Profile.Default;
        var file = ProfileFile.OfUser();
        // Before anything is asked or sent.
        var profiles = file.Read();
        var url = Profile.ParseUrl(parse.GetValue(Url) ?? await AskUrlAsync(screen, cancellationToken));
        var profile = new Profile(name, url, Profile.ParseKey(await ReadKeyAsync(parse.GetValue(Key), screen, cancellationToken)));
        if (profile.IsInTheClear)
        {
            screen.Warn($"{url} is not https: whoever is on the way can read the key.");
        }

        using var client = Session.Connect(profile);
        var account = await client.Account.GetAsync(cancellationToken);
        profiles[name] = profile;
        file.Write(profiles);
        screen.Note($"Logged in to {Cell.OneLine(account.Name)} ({account.Id}). The key is in {file.Path}, which only you can read.");
    }

    private static void LogOut(ParseResult parse, Screen screen)
    {
        var name = parse.GetValue(GlobalOptions.Profile) ?? Profile.Default;
        var file = ProfileFile.OfUser();
        var profiles = file.Read();
        if (!profiles.Remove(name, out var profile))
        {
            throw new CommandException($"There is no profile '{name}'.", "roster profiles lists them.");
        }

        file.Write(profiles);
        screen.Note($"Forgotten. The key {profile.KeyId} itself still works until it is removed with another one.");
    }

    private static async Task<string> AskUrlAsync(Screen screen, CancellationToken cancellationToken) =>
        (screen.CanAsk ? await screen.AskAsync("Server, as in https://roster.example.com: ", cancellationToken) : null) ?? throw Missing("--url");

    private static async Task<string> ReadKeyAsync(string? given, Screen screen, CancellationToken cancellationToken) => given switch
    {
        null => (screen.CanAsk ? await screen.AskSecretAsync("Key (it is not shown): ", cancellationToken) : null) ?? throw Missing("--key"),
        "-" => await screen.Keyboard.ReadLineAsync(cancellationToken) ?? throw Missing("--key"),
        _ => given,
    };

    private static CommandException Missing(string option) => new($"{option} is missing, and nobody is here to be asked.", "Try: roster login --help");
}
