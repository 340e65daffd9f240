using System.Diagnostics;
using Roster.Testing.Postgres;

namespace Roster.Bench.Load.Postgres;

/// <summary>
/// A PostgreSQL of a scenario's own, in a temporary folder, set up for a small machine and as durable as it comes. It ends with
/// this process at the latest.
/// </summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    private const string Host = "127.0.0.1";
    private const string User = "postgres";
    private const string Database = "bench";

    private readonly PostgresFolder _folder;
    private readonly int _port;

    private PostgresServer(PostgresFolder folder, int port) => (_folder, _port) = (folder, port);

    /// <summary>What <c>ROSTER_STORE</c> is to be: a database that is empty at first.</summary>
    public string Store => $"postgres:Host={Host};Port={_port};Username={User};Database={Database}";

    // Everything else is as PostgreSQL ships it: fsync, synchronous_commit and full_page_writes are on.
    private string[] Settings =>
    [
        $"listen_addresses = '{Host}'",
        $"port = {_port}",
        "unix_socket_directories = ''",
        "max_connections = 200",
        "shared_buffers = 512MB",
        "max_wal_size = 4GB",
    ];

    public static async Task<PostgresServer> StartAsync(int port)
    {
        var programs = PostgresPrograms.Find();
        var server = new PostgresServer(await PostgresFolder.CreateAsync(programs), port);
        try
        {
            await server.StartAsync(programs);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Makes the yardstick's accounts beside Roster's, in the tables that Roster has made and filled.</summary>
    public async Task AddYardstickAsync()
    {
        await RunAsync("psql", "-q", "-v", "ON_ERROR_STOP=1", "-f", Script("yardstick.sql"), Database);
        await SettleAsync();
    }

    /// <summary>What autovacuum does within a minute, so that nobody's plans are of empty tables.</summary>
    public Task SettleAsync() => RunAsync("psql", "-q", "-c", "VACUUM ANALYZE", Database);

    /// <summary>Transactions a second that <c>pgbench</c> counts with 64 clients, each transaction in one of these accounts.</summary>
    public async Task<double> PgbenchAsync(string script, int seconds, int first, int last)
    {
        string[] how = ["-n", "-M", "prepared", "-c", "64", "-j", "2", "-T", $"{seconds}"];
        string[] what = ["-D", $"first={first}", "-D", $"last={last}", "-f", Script(script), Database];
        var output = await RunAsync("pgbench", [.. how, .. what]);
        var line = output.Split('\n').First(line => line.StartsWith("tps = ", StringComparison.Ordinal));
        return double.Parse(line.Split(' ')[2]);
    }

    /// <summary>What a script answers, line by line.</summary>
    public Task<string> AskAsync(string script) => RunAsync("psql", "-qAt", "-v", "ON_ERROR_STOP=1", "-f", Script(script), Database);

    public ValueTask DisposeAsync() => _folder.DisposeAsync();

    private async Task StartAsync(PostgresPrograms programs)
    {
        await programs.RunAsync("initdb", "-D", _folder.Data, "-U", User, "-A", "trust", "--locale=C", "--encoding=UTF8");
        await File.AppendAllLinesAsync(Path.Combine(_folder.Data, "postgresql.conf"), Settings);
        await programs.RunAsync("pg_ctl", "start", "-w", "-D", _folder.Data, "-l", _folder.Log);
        await RunAsync("createdb", Database);
    }

    private Task<string> RunAsync(string client, params string[] arguments) =>
        Bench.OutputAsync(new ProcessStartInfo(client, ["-h", Host, "-p", $"{_port}", "-U", User, .. arguments])
        {
            RedirectStandardOutput = true, UseShellExecute = false,
        });

    private static string Script(string name) => Path.Combine(AppContext.BaseDirectory, "Postgres", name);
}
