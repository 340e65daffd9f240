using Npgsql;
using Roster.Testing.Postgres;

namespace Roster.Tests.Server.Postgres;

/// <summary>A new database that several servers share.</summary>
internal sealed class SharedDatabase : IAsyncDisposable
{
    private readonly PostgresCluster _cluster;
    private readonly NpgsqlDataSource _source;

    private SharedDatabase(PostgresCluster cluster, string connection) =>
        (_cluster, Connection, _source) = (cluster, connection, NpgsqlDataSource.Create(connection));

    public string Connection { get; }

    public static async Task<SharedDatabase> CreateAsync()
    {
        var cluster = await PostgresCluster.SharedAsync();
        return new(cluster, await cluster.CreateDatabaseAsync());
    }

    /// <summary>What makes a server process use it.</summary>
    public Dictionary<string, string> Settings(params (string Name, string Value)[] more)
    {
        var settings = new Dictionary<string, string> { ["ROSTER_STORE"] = "postgres:" + Connection };
        foreach (var (name, value) in more)
        {
            settings[name] = value;
        }

        return settings;
    }

    public async Task<long> CountAsync(string what)
    {
        await using var command = _source.CreateCommand("SELECT COUNT(*) FROM " + what);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        await _source.DisposeAsync();
        await _cluster.DropDatabaseAsync(Connection);
    }
}
