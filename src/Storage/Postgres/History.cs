using System.Security.Cryptography;
using Npgsql;
using Roster.Storage.Copying;
using Roster.Storage.Sql;

namespace Roster.Storage.Postgres;

/// <summary>The store's epoch, and the cluster's history that it belongs to.</summary>
/// <param name="Cluster">Which cluster, on which of its timelines.</param>
/// <param name="Secret">The store's, as it is kept; the same in every history.</param>
internal sealed record History(string Cluster, string Epoch, string Secret)
{
    /// <summary>Which history the server at the other end is on.</summary>
    public static async Task<string> ClusterAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        (string)(await connection.ValueAsync(PostgresStatements.History, cancellationToken))!;

    /// <summary>
    /// Takes the database's epoch, or gives it a new one: where it has none, where it was restored, and where the cluster was
    /// failed over, since what was answered last may be lost and the same revisions be written again.
    /// </summary>
    /// <exception cref="StoreStartException">It is half of a copy.</exception>
    public static async Task<History> TakeAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        if (await connection.ValueAsync(CopyLedger.Begun, cancellationToken) is not null)
        {
            throw CopyLedger.Unfinished($"The database '{connection.Database}'");
        }

        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await connection.ExecuteAsync("LOCK TABLE store IN SHARE ROW EXCLUSIVE MODE", cancellationToken);
        var cluster = await ClusterAsync(connection, cancellationToken);
        var epoch = await ValueAsync(connection, "epoch", cancellationToken);
        var restored = await connection.ExecuteAsync(PostgresStatements.DeleteStoreValue, cancellationToken, "restored") > 0;
        var known = await ValueAsync(connection, "cluster", cancellationToken) ?? cluster;
        if (epoch is null || restored || known != cluster)
        {
            epoch = RandomNumberGenerator.GetHexString(12, lowercase: true);
            await SetAsync(connection, "epoch", epoch, cancellationToken);
        }

        var secret = await ValueAsync(connection, StoreSecret.Row, cancellationToken);
        if (secret is null)
        {
            secret = StoreSecret.New();
            await SetAsync(connection, StoreSecret.Row, secret, cancellationToken);
        }

        await SetAsync(connection, "cluster", cluster, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new(cluster, epoch, secret);
    }

    private static async Task<string?> ValueAsync(NpgsqlConnection connection, string name, CancellationToken cancellationToken) =>
        (string?)await connection.ValueAsync(PostgresStatements.StoreValue, cancellationToken, name);

    private static Task<int> SetAsync(NpgsqlConnection connection, string name, string value, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(PostgresStatements.SetStoreValue, cancellationToken, name, value);
}
