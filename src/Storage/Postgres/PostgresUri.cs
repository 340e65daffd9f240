using Npgsql;

namespace Roster.Storage.Postgres;

/// <summary>A URI as libpq takes it, <c>postgres://user:password@host:port/database?parameter=value</c>, said in Npgsql's keywords.</summary>
internal sealed class PostgresUri
{
    private const string Encode = "in a name, a password or a value @ / ? & = % are written %40 %2F %3F %26 %3D %25";

    private static readonly string[] Schemes = ["postgres://", "postgresql://"];

    private readonly NpgsqlConnectionStringBuilder _connection;
    private readonly PostgresHosts _hosts = new();
    private string? _problem;

    private PostgresUri(NpgsqlConnectionStringBuilder connection) => _connection = connection;

    public static bool IsOne(string text) => Array.Exists(Schemes, scheme => text.StartsWith(scheme, StringComparison.Ordinal));

    /// <summary>What is wrong with the text; null where nothing is.</summary>
    public static string? Read(string uri, NpgsqlConnectionStringBuilder connection)
    {
        var reader = new PostgresUri(connection);
        reader.ReadAll(Cut(uri, "//").After);
        return reader._problem ?? reader._hosts.Write(connection);
    }

    private void ReadAll(string text)
    {
        var hasCredentials = Cut(text, "/").Before.Contains('@', StringComparison.Ordinal);
        var (credentials, rest) = hasCredentials ? Cut(text, "@") : ("", text);
        if (rest.Contains('@', StringComparison.Ordinal))
        {
            // What is taken for hosts, database and parameters here may be the rest of a password.
            Refuse("has an '@' too many, or a '/' before it; " + Encode);
            return;
        }

        var (place, query) = Cut(rest, "?");
        var (hosts, database) = Cut(place, "/");
        var (user, password) = Cut(credentials, ":");
        _hosts.Read([.. hosts.Split(',').Select(Decode)]);
        SetGiven("user", user);
        SetGiven("password", password);
        SetGiven("dbname", database);
        ReadParameters(query);
    }

    private void ReadParameters(string query)
    {
        var afterPassword = false;
        foreach (var pair in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = Cut(pair, "=");
            if (PostgresParameters.KeywordOf(name) is null)
            {
                Refuse(PostgresKeywords.Unknown("parameter", name, afterPassword, Encode));
                return;
            }

            SetGiven(name, value);
            afterPassword |= name.Contains("password", StringComparison.Ordinal);
        }
    }

    private void SetGiven(string name, string value)
    {
        if (value.Length > 0)
        {
            Set(name, Decode(value));
        }
    }

    private void Set(string name, string value)
    {
        switch (name)
        {
            case "host":
                _hosts.ReadNames(value);
                break;
            case "port":
                _hosts.ReadPorts(value);
                break;
            default:
                var keyword = PostgresParameters.KeywordOf(name)!;
                _problem ??= PostgresKeywords.Set(_connection, keyword, name, PostgresParameters.ValueOf(name, value));
                break;
        }
    }

    private string Decode(string text)
    {
        if (!text.Split('%').Skip(1).All(IsCode))
        {
            Refuse("has a '%' that begins no code; " + Encode);
        }

        return Uri.UnescapeDataString(text);
    }

    private void Refuse(string problem) => _problem ??= problem;

    private static (string Before, string After) Cut(string text, string at)
    {
        var parts = text.Split(at, 2);
        return (parts[0], parts.Length > 1 ? parts[1] : "");
    }

    // Of what stands behind a '%'. No text of PostgreSQL's holds the character zero.
    private static bool IsCode(string text) =>
        text is [var first, var second, ..]
        && char.IsAsciiHexDigit(first)
        && char.IsAsciiHexDigit(second)
        && (first, second) is not ('0', '0');
}
