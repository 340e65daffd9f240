using System.Net.Sockets;
using System.Text;

namespace Roster.Bench.Load;

/// <summary>One keep-alive connection that sends a request and waits for its answer: as little client as can be.</summary>
internal sealed class Client : IAsyncDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly string _basic;
    private byte[] _buffer = new byte[65_536];

    /// <param name="basic">Whose key, as Basic wants it; the bench's own where none is given.</param>
    public Client(int port, string? basic = null)
    {
        _basic = basic ?? Bench.Basic;
        _socket.Connect("127.0.0.1", port);
    }

    /// <summary>One body of the bench's own account.</summary>
    public static async Task<byte[]> GetAsync(int port, string path)
    {
        await using var client = new Client(port);
        return (await client.SendAsync("GET", path)).ToArray();
    }

    /// <summary>The answer's body; any status that is not 2xx throws.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> SendAsync(string method, string path, string? body = null)
    {
        var request = $"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Basic {_basic}\r\n"
            + (body is null ? "\r\n" : $"Content-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");
        await _socket.SendAsync(Encoding.UTF8.GetBytes(request));
        var read = 0;
        var head = -1;
        var length = 0;
        do
        {
            if (read == _buffer.Length)
            {
                Array.Resize(ref _buffer, read * 2);
            }

            var count = await _socket.ReceiveAsync(_buffer.AsMemory(read));
            read += count > 0 ? count : throw new InvalidOperationException("The server closed the connection.");
            if (head < 0 && (head = _buffer.AsSpan(0, read).IndexOf("\r\n\r\n"u8)) >= 0)
            {
                length = head + 4 + ContentLength(Encoding.ASCII.GetString(_buffer, 0, head));
            }
        }
        while (head < 0 || read < length);

        return _buffer[9] == '2'
            ? _buffer.AsMemory(head + 4, length - head - 4)
            : throw new InvalidOperationException(Encoding.UTF8.GetString(_buffer, 0, read));
    }

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }

    private static int ContentLength(string head)
    {
        const string Name = "Content-Length:";
        var at = head.IndexOf(Name, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? 0 : int.Parse(head.AsSpan(at + Name.Length).TrimStart().ToString().Split('\r')[0]);
    }
}
