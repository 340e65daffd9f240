namespace Roster.Server.Composition;

/// <summary>The program's arguments.</summary>
internal static class CommandLine
{
    public const string Usage =
        """
        Roster, a server that knows who belongs where, in which role.

          roster-server [--urls <addresses>] [--demo]           serves until it is told to stop
          roster-server backup <file>                           copies a SQLite store to a new file, beside a running server or not
          roster-server store copy --from <store> --to <store>  copies one store into another, which must be empty
          roster-server store distribute                        spreads a PostgreSQL store over the nodes of a Citus cluster
          roster-server --help                                  shows this

          --urls   addresses separated by ';' (http://localhost:8080)
          --demo   fills a store that is empty with a small example account
          --from, --to   what ROSTER_STORE can be: sqlite:<file> or postgres:<connection string or URI>

        Settings are read from the environment and from appsettings.json; docs/running.md lists them.
        """;

    /// <summary>Null where the arguments make no sense.</summary>
    public static Command? Parse(IReadOnlyList<string> arguments) => arguments switch
    {
        _ when arguments.Contains("--help") || arguments.Contains("-h") => new ShowUsage(),
        ["backup", var file] => new BackUp(file),
        ["store", "distribute"] => new DistributeStore(),
        ["store", "copy", ..] => ParseCopy(arguments),
        _ => ParseServe(arguments),
    };

    private static CopyStore? ParseCopy(IReadOnlyList<string> arguments)
    {
        string? from = null;
        string? to = null;
        for (var i = 2; i < arguments.Count; i++)
        {
            if (from is null && ValueOf("--from", arguments, ref i) is { } source)
            {
                from = source;
            }
            else if (to is null && ValueOf("--to", arguments, ref i) is { } target)
            {
                to = target;
            }
            else
            {
                return null;
            }
        }

        return from is not null && to is not null ? new(from, to) : null;
    }

    private static Serve? ParseServe(IReadOnlyList<string> arguments)
    {
        var serve = new Serve();
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i] == "--demo")
            {
                serve = serve with { Demo = true };
            }
            else if (ValueOf("--urls", arguments, ref i) is { } urls)
            {
                serve = serve with { Urls = urls };
            }
            else
            {
                return null;
            }
        }

        return serve;
    }

    /// <summary>Of <c>--name value</c> or <c>--name=value</c>; null where another argument stands here, or no value.</summary>
    private static string? ValueOf(string name, IReadOnlyList<string> arguments, ref int i)
    {
        if (arguments[i] == name && i + 1 < arguments.Count)
        {
            return arguments[++i];
        }

        return arguments[i].StartsWith(name + "=", StringComparison.Ordinal) ? arguments[i][(name.Length + 1)..] : null;
    }
}
