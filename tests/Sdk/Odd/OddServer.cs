using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Roster.Tests.Sdk.Odd;

/// <summary>A server that answers what it is told to, byte by byte, over real sockets: one turn for each request, the last one again and again.</summary>
public sealed class OddServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<Turn> _turns;
    private readonly Turn _last;
    private readonly Task _accepting;

    public OddServer(params Turn[] turns)
    {
        (_turns, _last) = (new(turns), turns[^1]);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>In the order in which they came.</summary>
    public ConcurrentQueue<Asked> Requests { get; } = new();

    public Asked Request => Requests.ShouldHaveSingleItem();

    public FivetranClient Fivetran(int retries = 0) =>
        new("id", "secret", new() { BaseAddress = Address, MaxRetries = retries, TimeProvider = new HastyClock(), Timeout = Timeout.InfiniteTimeSpan });

    public WhyLabsClient WhyLabs(int retries = 0) =>
        new("id.secret:org-1", new() { BaseAddress = Address, MaxRetries = retries, TimeProvider = new HastyClock(), Timeout = Timeout.InfiniteTimeSpan });

    public RosterClient Native(int retries = 0) =>
        new(Address, "id.secret", new() { MaxRetries = retries, TimeProvider = new HastyClock(), Timeout = Timeout.InfiniteTimeSpan });

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var serving = new List<Task>();
        try
        {
            while (true)
            {
                serving.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            await Task.WhenAll(serving);
        }
    }

    /// <summary>One request for each connection, so that a turn can do with it what it wants.</summary>
    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await using var stream = client.GetStream();
                if (await Asked.ReadAsync(stream, _stop.Token) is { } asked)
                {
                    Requests.Enqueue(asked);
                    await (_turns.TryDequeue(out var turn) ? turn : _last)(asked, stream, _stop.Token);
                }
            }
            catch (Exception e) when (e is OperationCanceledException or IOException)
            {
                // The client has gone, or the test is over.
            }
        }
    }
}

/// <summary>What the server does with a request.</summary>
public delegate Task Turn(Asked asked, NetworkStream stream, CancellationToken stop);

/// <summary>A request as it came.</summary>
public sealed record Asked(string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public string? Header(string name) => Headers.GetValueOrDefault(name);

    /// <summary>Null when the client went before it had asked.</summary>
    public static async Task<Asked?> ReadAsync(NetworkStream stream, CancellationToken stop)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(one, stop) == 0)
            {
                return null;
            }

            head.Append((char)one[0]);
        }

        var lines = head.ToString().Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var headers = lines.Skip(1).ToDictionary(line => line.Split(": ", 2)[0], line => line.Split(": ", 2)[1], StringComparer.OrdinalIgnoreCase);
        var body = new byte[headers.TryGetValue("Content-Length", out var length) ? int.Parse(length) : 0];
        await stream.ReadExactlyAsync(body, stop);
        var first = lines[0].Split(' ');
        return new(first[0], first[1], headers, Encoding.UTF8.GetString(body));
    }
}
