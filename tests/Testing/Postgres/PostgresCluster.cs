using Npgsql;

namespace Roster.Testing.Postgres;

/// <summary>
/// A PostgreSQL server of the tests' own, in a temporary folder, with databases that belong to a user who is no superuser. It
/// ends with this process at the latest. Answered commits outlive the server here, not the machine.
/// </summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    private const string Superuser = "postgres";
    private const string User = "roster";
    private const int Tries = 10;

    private static readonly Lazy<Task<PostgresCluster>> Shared = new(() => StartAsync());

    private static readonly (string Name, string Value)[] Defaults =
    [
        ("listen_addresses", "127.0.0.1"),
        ("fsync", "off"),
        ("full_page_writes", "off"),
        ("synchronous_commit", "on"),
        ("max_connections", "200"),
        ("shared_buffers", "64MB"),
        ("wal_level", "minimal"),
        ("max_wal_senders", "0"),
        ("min_wal_size", "32MB"),
        ("max_wal_size", "256MB"),
    ];

    /// <summary>What a primary needs so that it can have standbys.</summary>
    public static IReadOnlyList<(string Name, string Value)> Streaming { get; } = [("wal_level", "replica"), ("max_wal_senders", "4")];

    private readonly PostgresPrograms _programs;
    private readonly PostgresFolder _folder;
    private NpgsqlDataSource? _admin;
    private int _databases;

    private PostgresCluster(PostgresPrograms programs, PostgresFolder folder) => (_programs, _folder) = (programs, folder);

    /// <summary>Where its socket is: the <c>Host</c> of connections that do not go over the network.</summary>
    public string Folder => _folder.Path;

    /// <summary>On 127.0.0.1 as well as in the socket's name. It stays the same over restarts.</summary>
    public int Port { get; private set; }

    /// <summary>As the superuser, for what a test does behind the server's back.</summary>
    public NpgsqlDataSource Admin => _admin ??= NpgsqlDataSource.Create(ConnectionTo("postgres", Superuser));

    /// <summary>The one that all tests of this process share: they make databases in it and leave it running.</summary>
    public static Task<PostgresCluster> SharedAsync() => Shared.Value;

    /// <summary>One of a test's own, to be stopped and started again.</summary>
    /// <param name="settings">By their names in <c>postgresql.conf</c>; each takes the place of a default.</param>
    public static async Task<PostgresCluster> StartAsync(params (string Name, string Value)[] settings)
    {
        var programs = PostgresPrograms.Find();
        var cluster = new PostgresCluster(programs, await PostgresFolder.CreateAsync(programs));
        try
        {
            await cluster.InitializeAsync([.. Defaults, .. settings]);
            await cluster.StartSomewhereAsync();
            await cluster.ExecuteAsync($"CREATE ROLE {User} LOGIN");
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>A server that streams from this one, and has all of its databases; this one was started with <see cref="Streaming"/>.</summary>
    public async Task<PostgresCluster> StandbyAsync()
    {
        var standby = new PostgresCluster(_programs, await PostgresFolder.CreateAsync(_programs));
        try
        {
            await _programs.RunAsync(
                "pg_basebackup", "-D", standby._folder.Data, "-R", "-c", "fast", "--no-sync", "-h", Folder, "-p", $"{Port}", "-U", Superuser);
            await standby.ConfigureAsync([]);
            await standby.StartSomewhereAsync();
            return standby;
        }
        catch
        {
            await standby.DisposeAsync();
            throw;
        }
    }

    /// <summary>Makes a standby a primary.</summary>
    public Task PromoteAsync() => ControlAsync("promote");

    /// <summary>How to connect to the same database at this server.</summary>
    public string Here(string connection) => new NpgsqlConnectionStringBuilder(connection) { Host = Folder, Port = Port }.ConnectionString;

    /// <summary>A new, empty database.</summary>
    /// <returns>How to connect to it, in Npgsql's words.</returns>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = $"roster_{Interlocked.Increment(ref _databases)}";
        await using var connection = await Admin.OpenConnectionAsync();

        // Copying files is what all releases before 15 do, and faster here than writing them to the log: 18 ms against 30.
        var strategy = connection.PostgreSqlVersion.Major >= 15 ? "STRATEGY file_copy" : "";
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name} TEMPLATE template0 OWNER {User} {strategy}", connection);
        await command.ExecuteNonQueryAsync();
        return ConnectionTo(name, User);
    }

    /// <summary>Whoever is still connected is cut off.</summary>
    public Task DropDatabaseAsync(string connection) =>
        ExecuteAsync($"DROP DATABASE {new NpgsqlConnectionStringBuilder(connection).Database} WITH (FORCE)");

    public Task StopAsync() => StopAsync("fast");

    /// <summary>Nobody finishes anything: locks are not even given back.</summary>
    public Task StopImmediateAsync() => StopAsync("immediate");

    public Task StartAgainAsync() => ControlAsync("start", "-l", _folder.Log, "-o", $"-p {Port}");

    /// <summary>As after a crash of the server: nobody is told, and it recovers from its log.</summary>
    public async Task RestartImmediateAsync()
    {
        await ControlAsync("restart", "-m", "immediate", "-l", _folder.Log);
        Admin.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        if (_admin is not null)
        {
            await _admin.DisposeAsync();
        }

        await _folder.DisposeAsync();
    }

    private async Task InitializeAsync(IEnumerable<(string Name, string Value)> settings)
    {
        await _programs.RunAsync(
            "initdb", "-D", _folder.Data, "-U", Superuser, "-A", "trust", "--locale=C", "--encoding=UTF8", "--no-sync", "--no-instructions");

        await ConfigureAsync(settings);
    }

    /// <summary>What is said later counts.</summary>
    private Task ConfigureAsync(IEnumerable<(string Name, string Value)> settings)
    {
        var lines = settings.Append(("unix_socket_directories", Folder)).Select(setting => $"{setting.Item1} = '{setting.Item2}'");
        return File.AppendAllLinesAsync(Path.Combine(_folder.Data, "postgresql.conf"), lines);
    }

    /// <summary>Below the ports that systems give out by themselves, so that nobody gets it while the server is down.</summary>
    private async Task StartSomewhereAsync()
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                Port = Random.Shared.Next(20_000, 32_000);
                await StartAgainAsync();
                return;
            }
            catch (InvalidOperationException exception)
            {
                var log = await File.ReadAllTextAsync(_folder.Log);
                if (tries == Tries || !log.Contains("Address already in use", StringComparison.Ordinal))
                {
                    throw new InvalidOperationException($"PostgreSQL does not start: {log}", exception);
                }
            }
        }
    }

    private Task ControlAsync(string what, params IReadOnlyList<string> options) =>
        _programs.RunAsync("pg_ctl", [what, "-D", _folder.Data, "-w", .. options]);

    private async Task ExecuteAsync(string statement)
    {
        await using var command = Admin.CreateCommand(statement);
        await command.ExecuteNonQueryAsync();
    }

    private async Task StopAsync(string mode)
    {
        await ControlAsync("stop", "-m", mode);
        Admin.Clear();
    }

    private string ConnectionTo(string database, string user) => new NpgsqlConnectionStringBuilder
    {
        Host = Folder, Port = Port, Database = database, Username = user,
    }.ConnectionString;
}
