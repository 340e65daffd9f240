using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace Roster.Testing.Postgres;

/// <summary>One connection through the proxy. It reads along, so as to know a COMMIT when it comes.</summary>
internal sealed class ProxyLink(PostgresProxy proxy, TcpClient client) : IDisposable
{
    private const byte Parse = (byte)'P';
    private const byte Bind = (byte)'B';
    private const byte Sync = (byte)'S';

    /// <summary>What every write of changes does, and what one does that leaves a note.</summary>
    private static readonly string[] Writes = ["UPDATE accounts SET revision", "INSERT INTO notes"];

    private readonly TcpClient _server = new();
    private readonly Dictionary<string, string> _prepared = [];
    private readonly TaskCompletionSource _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _written;
    private volatile bool _isDeaf;

    public async Task RunAsync(int port)
    {
        try
        {
            (client.NoDelay, _server.NoDelay) = (true, true);
            await _server.ConnectAsync("127.0.0.1", port, CancellationToken.None);
            await Task.WhenAny(ForwardAsync(client.GetStream(), _server.GetStream()), BackwardAsync(_server.GetStream()));
        }
        catch (Exception exception) when (exception is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // One end is gone, so the other goes too.
        }

        Dispose();
    }

    public void Dispose()
    {
        client.Dispose();
        _server.Dispose();
    }

    private async Task ForwardAsync(NetworkStream from, NetworkStream to)
    {
        await SendAsync(to, await ReadAsync(from, typeBytes: 0));
        while (true)
        {
            var message = await ReadAsync(from, typeBytes: 1);
            if (!IsCommitOfWrites(message) || proxy.TakeTrap() is not { } trap)
            {
                await SendAsync(to, message);
                continue;
            }

            while (message[^5] != Sync)
            {
                message = [.. message, .. await ReadAsync(from, typeBytes: 1)];
            }

            await SufferAsync(trap, message, to);
            return;
        }
    }

    private async Task SufferAsync(CommitTrap trap, byte[] commit, NetworkStream to)
    {
        _isDeaf = true;
        trap.Catch();
        if (trap.Fate == CommitFate.Late)
        {
            await trap.CutOff;
            client.Dispose();
            await trap.Delivery;
        }

        if (trap.Fate != CommitFate.Lost)
        {
            await to.WriteAsync(commit, CancellationToken.None);
            await _answered.Task;
        }
    }

    private async Task BackwardAsync(NetworkStream from)
    {
        var buffer = new byte[65_536];
        while (await from.ReadAsync(buffer, CancellationToken.None) is > 0 and var count)
        {
            if (_isDeaf)
            {
                _answered.TrySetResult();
            }
            else
            {
                await SendAsync(client.GetStream(), buffer.AsMemory(0, count));
            }
        }
    }

    private async Task SendAsync(NetworkStream to, ReadOnlyMemory<byte> bytes)
    {
        await proxy.Flow.Task;
        await to.WriteAsync(bytes, CancellationToken.None);
    }

    /// <summary>One message: a type, but for the first one, a length that counts itself, and the rest.</summary>
    private static async Task<byte[]> ReadAsync(NetworkStream from, int typeBytes)
    {
        var head = new byte[typeBytes + 4];
        await from.ReadExactlyAsync(head, CancellationToken.None);
        var message = new byte[typeBytes + BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(typeBytes))];
        head.CopyTo(message, 0);
        await from.ReadExactlyAsync(message.AsMemory(head.Length), CancellationToken.None);
        return message;
    }

    /// <summary>A statement is parsed under a name and then only bound by it.</summary>
    private bool IsCommitOfWrites(byte[] message)
    {
        if (message[0] is not (Parse or Bind))
        {
            return false;
        }

        var texts = Encoding.UTF8.GetString(message.AsSpan(5)).Split('\0', 3);
        if (message[0] == Parse)
        {
            _prepared[texts[0]] = texts[1];
            return false;
        }

        var text = _prepared.GetValueOrDefault(texts[1], "");
        var isCommit = text == "COMMIT";
        var commitsWrites = isCommit && _written;
        _written = !isCommit && (_written || Array.Exists(Writes, write => text.StartsWith(write, StringComparison.Ordinal)));
        return commitsWrites;
    }
}
