using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Npgsql;

namespace Roster.Storage.Postgres;

/// <summary>
/// Brings the tables to this binary's version. The files are numbered, go forward only, and within a release only add, so that
/// processes of the version before go on meanwhile.
/// </summary>
internal static partial class PostgresSchema
{
    private const string Prefix = "Postgres/";

    private static readonly (long Version, string Resource)[] Steps =
        [.. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => (long.Parse(name.AsSpan(Prefix.Length), CultureInfo.InvariantCulture), name))
            .OrderBy(step => step.Item1)];

    /// <summary>The statements of a file, one by one: a sharded database refuses two in one command.</summary>
    public static IReadOnlyList<string> StatementsOf(string script) =>
        [.. StatementEnd().Split(Comment().Replace(script, "")).Select(text => text.Trim()).Where(text => text.Length > 0)];

    /// <exception cref="StoreStartException">The tables are newer than this binary, or not the product's.</exception>
    public static async Task ApplyAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        if (await StatedVersionAsync(connection, cancellationToken) == Steps[^1].Version)
        {
            return;
        }

        await AdvisoryLock.TakeAsync(connection, AdvisoryLock.Schema, cancellationToken);
        try
        {
            var version = await VersionAsync(connection, cancellationToken);
            if (version > Steps[^1].Version)
            {
                throw new StoreStartException(
                    $"The database '{connection.Database}' has schema version {version}, newer than this program's {Steps[^1].Version}. Start the newer release again, or restore a backup from before it.");
            }

            if (version == 0)
            {
                await CheckEncodingAsync(connection, cancellationToken);
            }

            foreach (var step in Steps.Where(step => step.Version > version))
            {
                await ApplyAsync(connection, step, cancellationToken);
            }
        }
        finally
        {
            await AdvisoryLock.ReleaseAsync(connection, AdvisoryLock.Schema, cancellationToken);
        }
    }

    /// <summary>Asked under the lock: without it another process may just be making the tables.</summary>
    private static async Task<long> VersionAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        await StatedVersionAsync(connection, cancellationToken)
        ?? (await connection.ValueAsync("SELECT 1 WHERE to_regclass('store') IS NOT NULL OR to_regclass('accounts') IS NOT NULL", cancellationToken) is null
            ? 0
            : throw NotOurs(connection));

    /// <summary>Null where none is stated.</summary>
    private static async Task<long?> StatedVersionAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        await connection.ValueAsync("SELECT 1 WHERE to_regclass('store') IS NOT NULL", cancellationToken) is not null
        && await connection.ValueAsync("SELECT value FROM store WHERE name = 'schema'", cancellationToken) is string version
            ? long.Parse(version, CultureInfo.InvariantCulture)
            : null;

    /// <summary>Any other refuses some people's names, or does not know what a character is.</summary>
    private static async Task CheckEncodingAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        if (await connection.ValueAsync("SELECT current_setting('server_encoding')", cancellationToken) is not "UTF8" and var encoding)
        {
            throw new StoreStartException(
                $"The database '{connection.Database}' has the encoding {encoding}. Give Roster one that was made with ENCODING 'UTF8' TEMPLATE template0.");
        }
    }

    private static StoreStartException NotOurs(NpgsqlConnection connection) =>
        new($"The database '{connection.Database}' has tables of something else. Give Roster a database of its own, or a schema by search_path.");

    private static async Task ApplyAsync(
        NpgsqlConnection connection, (long Version, string Resource) step, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        foreach (var statement in StatementsOf(TextOf(step.Resource)))
        {
            await connection.ExecuteAsync(statement, cancellationToken);
        }

        await connection.ExecuteAsync(PostgresStatements.SetStoreValue, cancellationToken, "schema", $"{step.Version}");
        await transaction.CommitAsync(cancellationToken);
    }

    private static string TextOf(string resource)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@";\s*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex StatementEnd();

    [GeneratedRegex("--.*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Comment();
}
