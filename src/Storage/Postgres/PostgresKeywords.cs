using System.Data.Common;
using Npgsql;

namespace Roster.Storage.Postgres;

/// <summary>Npgsql's own form, <c>Host=…;Username=…</c>, checked without repeating what may be a password.</summary>
internal static class PostgresKeywords
{
    /// <summary>What is wrong with the text; null where nothing is.</summary>
    public static string? Read(string text, NpgsqlConnectionStringBuilder connection)
    {
        var pairs = new DbConnectionStringBuilder();
        try
        {
            pairs.ConnectionString = text;
        }
        catch (ArgumentException)
        {
            return "must be keywords and values, such as Host=db.example.com;Username=roster, a value with ';' in it within quotes";
        }

        var afterPassword = false;
        foreach (string keyword in pairs.Keys)
        {
            var problem = connection.ContainsKey(keyword)
                ? Set(connection, keyword, keyword, (string)pairs[keyword])
                : Unknown("keyword", keyword, afterPassword, "a password with ';' in it stands within quotes");
            if (problem is not null)
            {
                return problem;
            }

            afterPassword = connection.Password is not null || connection.SslPassword is not null;
        }

        return HostProblem(connection.Host);
    }

    /// <param name="name">What the value is called where it came from.</param>
    public static string? Set(NpgsqlConnectionStringBuilder connection, string keyword, string name, string value)
    {
        try
        {
            connection[keyword] = value;
            return null;
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or OverflowException or InvalidCastException)
        {
            return $"has a value of '{name}' that is not understood";
        }
    }

    /// <summary>What follows a password may be a part of it that should have been written otherwise.</summary>
    public static string Unknown(string kind, string name, bool afterPassword, string advice) =>
        afterPassword ? $"has an unknown {kind} after the password; {advice}" : $"has the {kind} '{name}', which is unknown";

    // "host=db port=5432", which libpq understands, is one keyword here, and the rest of the line its value.
    private static string? HostProblem(string? host) =>
        string.IsNullOrEmpty(host) ? "names no host"
        : host.Contains('=', StringComparison.Ordinal) ? "must have ';' between its keywords"
        : null;
}
