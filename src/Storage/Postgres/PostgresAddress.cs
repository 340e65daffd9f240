using Npgsql;

namespace Roster.Storage.Postgres;

/// <summary>A PostgreSQL database and how to get in.</summary>
/// <param name="Connection">As Npgsql writes it. It can hold a password: for the driver, not for a message.</param>
public sealed record PostgresAddress(string Connection) : StoreAddress
{
    internal const string Forms = "postgres:<connection string> or postgres://<user>:<password>@<host>/<database>";

    private const string Scheme = "postgres:";

    internal static bool IsOne(string text) => text.StartsWith(Scheme, StringComparison.Ordinal) || PostgresUri.IsOne(text);

    /// <summary><c>postgres:</c> with a URI or with Npgsql's keywords behind it, or a URI alone.</summary>
    /// <inheritdoc cref="StoreAddress.Parse"/>
    public static new PostgresAddress? Parse(string text, out string? problem)
    {
        var connection = new NpgsqlConnectionStringBuilder();
        problem = Read(text, connection);
        return problem is null ? new(connection.ConnectionString) : null;
    }

    /// <summary>Which database it is, and nothing about how to get in.</summary>
    public override string ToString()
    {
        var connection = new NpgsqlConnectionStringBuilder(Connection);
        var database = connection.Database ?? connection.Username;
        var host = connection.Port == NpgsqlConnection.DefaultPort ? connection.Host : $"{connection.Host}:{connection.Port}";
        return database is null ? $"{Scheme} {host}" : $"{Scheme} {database} at {host}";
    }

    private static string? Read(string text, NpgsqlConnectionStringBuilder connection)
    {
        if (!IsOne(text))
        {
            return "must be " + Forms;
        }

        var rest = PostgresUri.IsOne(text) ? text : text[Scheme.Length..];
        return PostgresUri.IsOne(rest) ? PostgresUri.Read(rest, connection) : PostgresKeywords.Read(rest, connection);
    }
}
