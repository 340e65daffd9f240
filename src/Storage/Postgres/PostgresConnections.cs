using Npgsql;

namespace Roster.Storage.Postgres;

/// <summary>Opens connections, every one with the settings that the store relies on. Each belongs to one lane for as long as it lives.</summary>
internal sealed class PostgresConnections : IAsyncDisposable
{
    /// <summary>Longer than the longest honest statement: the end of a scope with millions of members.</summary>
    public static readonly TimeSpan LongestStatement = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Connecting = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Other processes hold an account for milliseconds. Whoever holds it longer is waited for without a connection, which
    /// serves other accounts meanwhile.
    /// </summary>
    private static readonly TimeSpan LongestLockWait = TimeSpan.FromMilliseconds(250);

    private readonly NpgsqlDataSource _source;

    /// <param name="patience">How long callers wait, so that a server which is silent for longer is given up.</param>
    /// <param name="target">A standby refuses writes, so a primary is asked for: a connection to another server fails.</param>
    public PostgresConnections(string connection, TimeSpan patience, TargetSessionAttributes target)
    {
        var settings = new NpgsqlConnectionStringBuilder(connection)
        {
            Pooling = false,
            Enlist = false,
            MaxAutoPrepare = 300,
            AutoPrepareMinUsages = 2,
            CommandTimeout = Seconds(patience),
            ReadBufferSize = 32_768,
            WriteBufferSize = 32_768,
            Multiplexing = false,
            ClientEncoding = null,
            TargetSessionAttributes = null,

            // Errors are logged, and details hold what people wrote.
            IncludeErrorDetail = false,
            LogParameters = false,

            // A server that was away a moment ago is asked, not taken for away still.
            HostRecheckSeconds = 0,
        };
        if (!settings.Host!.Split(',').Any(IsSocket))
        {
            (settings.TcpKeepAlive, settings.TcpKeepAliveTime, settings.TcpKeepAliveInterval) = (true, 10, 5);
        }

        settings.Timeout = Math.Min(settings.Timeout, (int)Connecting.TotalSeconds);
        settings.ApplicationName ??= "roster";
        settings.Options = $"{settings.Options} {SessionOptions(patience)}".Trim();

        // The tables hold texts, numbers and bytes: nothing to look up in the catalog at every start.
        var builder = new NpgsqlDataSourceBuilder(settings.ConnectionString);
        builder.ConfigureTypeLoading(types => types.EnableTypeLoading(false));
        _source = builder.BuildMultiHost().WithTargetSession(target);
    }

    /// <exception cref="NpgsqlException">There is no such server, or it does not let us in.</exception>
    public async ValueTask<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken) =>
        await _source.OpenConnectionAsync(cancellationToken);

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private static string SessionOptions(TimeSpan patience) =>
        $"-c lock_timeout={Milliseconds(LockWait(patience))} -c statement_timeout={Milliseconds(LongestStatement)} "
        + $"-c idle_in_transaction_session_timeout={Milliseconds(LongestStatement)} "
        + "-c client_min_messages=error";

    private static bool IsSocket(string host) => host.StartsWith('/') || host.StartsWith('@');

    private static TimeSpan LockWait(TimeSpan patience) => patience / 4 < LongestLockWait ? patience / 4 : LongestLockWait;

    private static int Seconds(TimeSpan span) => (int)Math.Ceiling(span.TotalSeconds);

    private static long Milliseconds(TimeSpan span) => (long)span.TotalMilliseconds;
}
