namespace Roster.Server.Composition;

/// <summary>What the program was asked to do.</summary>
/// <param name="BackupFile">Where to copy the store to; null to serve.</param>
/// <param name="Urls">The addresses to listen on; null for those of the configuration.</param>
internal sealed record CommandLine(bool Help, bool Demo, string? BackupFile, string? Urls)
{
    public const string Usage =
        """
        Roster, a server that knows who belongs where, in which role.

          roster-server [--urls <addresses>] [--demo]    serves until it is told to stop
          roster-server backup <file>                    copies the store to a new file, beside a running server or not
          roster-server --help                           shows this

          --urls   addresses separated by ';' (http://localhost:8080)
          --demo   fills a store that is empty with a small example account

        Settings are read from the environment and from appsettings.json; docs/running.md lists them.
        """;

    /// <summary>Null where the arguments make no sense.</summary>
    public static CommandLine? Parse(IReadOnlyList<string> arguments)
    {
        var line = new CommandLine(false, false, null, null);
        for (var i = 0; i < arguments.Count; i++)
        {
            var next = i + 1 < arguments.Count ? arguments[i + 1] : null;
            switch (arguments[i])
            {
                case "--help" or "-h":
                    return line with { Help = true };
                case "--demo":
                    line = line with { Demo = true };
                    break;
                case "--urls" when next is not null:
                    line = line with { Urls = next };
                    i++;
                    break;
                case var text when text.StartsWith("--urls=", StringComparison.Ordinal):
                    line = line with { Urls = text["--urls=".Length..] };
                    break;
                case "backup" when next is not null && line.BackupFile is null:
                    line = line with { BackupFile = next };
                    i++;
                    break;
                default:
                    return null;
            }
        }

        return line.BackupFile is not null && (line.Demo || line.Urls is not null) ? null : line;
    }
}
