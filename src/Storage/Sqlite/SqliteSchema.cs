using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using Roster.Storage.Copying;
using Roster.Storage.Sql;
using Roster.Storage.Sql.Reads;

namespace Roster.Storage.Sqlite;

/// <summary>Brings the tables to this binary's version. The files are numbered and go forward only.</summary>
internal static class SqliteSchema
{
    private const string Prefix = "Sqlite/";

    private static readonly (long Version, string Resource)[] Steps =
        [.. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => (long.Parse(name.AsSpan(Prefix.Length), CultureInfo.InvariantCulture), name))
            .OrderBy(step => step.Item1)];

    /// <exception cref="StoreStartException">The tables are newer than this binary, or not the product's.</exception>
    public static void Apply(SqliteConnection connection, string file)
    {
        connection.BeginWriting();
        try
        {
            var version = connection.One("PRAGMA user_version", Rows.Number);
            if (version > Steps[^1].Version)
            {
                throw new StoreStartException(
                    $"The database '{file}' has schema version {version}, newer than this program's {Steps[^1].Version}. Start the newer release again, or restore a backup from before it.");
            }

            if (version == 0 && connection.One("SELECT COUNT(*) FROM sqlite_schema", Rows.Number) > 0)
            {
                throw new StoreStartException($"'{file}' is a SQLite database of something else.");
            }

            foreach (var step in Steps.Where(step => step.Version > version))
            {
                connection.Run(TextOf(step.Resource));
                connection.Run($"PRAGMA user_version = {step.Version}");
            }

            connection.Commit();
        }
        finally
        {
            connection.TryRollback();
        }
    }

    /// <summary>
    /// The store's epoch: a new one for a new database, and for a backup that is started for the first time. And its secret, which stays.
    /// </summary>
    /// <exception cref="StoreStartException">It is half of a copy.</exception>
    public static (string Epoch, byte[] Secret) TakeIdentity(SqliteConnection connection, string file)
    {
        connection.BeginWriting();
        try
        {
            if (connection.One(CopyLedger.Begun, Rows.Text) is not null)
            {
                throw CopyLedger.Unfinished($"The database '{file}'");
            }

            connection.Execute(
                "INSERT INTO store (name, value) VALUES ('epoch', $1) ON CONFLICT DO NOTHING", NewEpoch());
            if (connection.Execute("DELETE FROM store WHERE name = 'restored'") > 0)
            {
                connection.Execute("UPDATE store SET value = $1 WHERE name = 'epoch'", NewEpoch());
            }

            connection.Execute("INSERT INTO store (name, value) VALUES ($1, $2) ON CONFLICT DO NOTHING", StoreSecret.Row, StoreSecret.New());
            var epoch = connection.One("SELECT value FROM store WHERE name = 'epoch'", Rows.Text)!;
            var secret = connection.One($"SELECT value FROM store WHERE name = '{StoreSecret.Row}'", Rows.Text)!;
            connection.Commit();
            return (epoch, StoreSecret.Parse(secret));
        }
        finally
        {
            connection.TryRollback();
        }
    }

    private static string NewEpoch() => RandomNumberGenerator.GetHexString(12, lowercase: true);

    private static string TextOf(string resource)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
