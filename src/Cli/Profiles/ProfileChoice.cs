namespace Roster.Cli.Profiles;

/// <summary>Which server and key a command speaks to.</summary>
internal static class ProfileChoice
{
    private const string UrlVariable = "ROSTER_URL";
    private const string KeyVariable = "ROSTER_KEY";

    /// <summary>The one named; else the environment's; else the default one.</summary>
    public static Profile Choose(string? named)
    {
        if (named is null && FromEnvironment() is { } given)
        {
            return given;
        }

        var profiles = ProfileFile.OfUser().Read();
        var name = named ?? Profile.Default;
        return profiles.TryGetValue(name, out var profile) ? profile : throw Unknown(named, [.. profiles.Keys]);
    }

    public static Profile? FromEnvironment()
    {
        var url = Variable(UrlVariable);
        var key = Variable(KeyVariable);
        return (url, key) switch
        {
            (null, null) => null,
            ({ } at, { } with) => new(null, Profile.ParseUrl(at), Profile.ParseKey(with)),
            // A profile's key must not go to another server, nor another key to a profile's.
            (null, _) => throw Half(KeyVariable, UrlVariable),
            _ => throw Half(UrlVariable, KeyVariable),
        };
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    private static CommandException Half(string set, string missing) =>
        new($"{set} is set and {missing} is not.", "Set both, or neither and use a profile.");

    private static CommandException Unknown(string? named, string[] known) => named is null && known.Length == 0
        ? new("You are not logged in.", "Run: roster login, or set ROSTER_URL and ROSTER_KEY.")
        : new(
            $"There is no profile '{named ?? Profile.Default}'.",
            known.Length == 0 ? $"Make it with: roster login --profile {named}" : $"Choose one by --profile: {string.Join(", ", known)}");
}
