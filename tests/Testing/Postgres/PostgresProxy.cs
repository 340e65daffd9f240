using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Roster.Testing.Postgres;

/// <summary>Stands on the network between a server and its database, and does there what networks do: falls silent, and cuts.</summary>
public sealed class PostgresProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<ProxyLink, Task> _links = new();
    private readonly string _database;
    private readonly int _port;
    private readonly Task _accepting;
    private CommitTrap? _trap;

    private PostgresProxy(string database)
    {
        _database = database;
        _port = new NpgsqlConnectionStringBuilder(database).Port;
        _listener.Start();
        _accepting = Task.Run(AcceptAsync);
    }

    /// <summary>How to connect through it.</summary>
    public string Connection => new NpgsqlConnectionStringBuilder(_database)
    {
        Host = "127.0.0.1", Port = ((IPEndPoint)_listener.LocalEndpoint).Port, SslMode = SslMode.Disable, GssEncryptionMode = GssEncryptionMode.Disable,
    }.ConnectionString;

    internal TaskCompletionSource Flow { get; private set; } = Flowing();

    public static PostgresProxy Before(string database) => new(database);

    /// <summary>Nothing goes through any more, and nobody is told. New connections are taken, and hear nothing.</summary>
    public void FallSilent() => Flow = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void SpeakAgain() => Flow.TrySetResult();

    /// <summary>Cuts every connection; new ones go through.</summary>
    public void CutAll()
    {
        foreach (var (link, _) in _links)
        {
            link.Dispose();
        }
    }

    /// <summary>The next COMMIT of a transaction that changes an account falls into it.</summary>
    public CommitTrap Trap(CommitFate fate)
    {
        var trap = new CommitTrap(fate);
        Volatile.Write(ref _trap, trap);
        return trap;
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        SpeakAgain();
        CutAll();
        await Task.WhenAll([_accepting, .. _links.Values]).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    internal CommitTrap? TakeTrap() => Interlocked.Exchange(ref _trap, null);

    private static TaskCompletionSource Flowing()
    {
        var flowing = new TaskCompletionSource();
        flowing.SetResult();
        return flowing;
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            var client = await _listener.AcceptTcpClientAsync(CancellationToken.None);
            var link = new ProxyLink(this, client);
            _links[link] = link.RunAsync(_port);
        }
    }
}
