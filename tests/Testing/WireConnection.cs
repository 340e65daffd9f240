using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Roster.Testing;

/// <summary>One connection to a server, byte by byte.</summary>
public sealed class WireConnection : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Socket _socket;
    private readonly byte[] _buffer = new byte[16_384];
    private int _from;
    private int _to;

    private WireConnection(Socket socket) => _socket = socket;

    /// <summary>False once the server has closed it.</summary>
    public bool IsOpen => !(_socket.Poll(0, SelectMode.SelectRead) && _socket.Available == 0);

    public static async Task<WireConnection> OpenAsync(int port)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync("127.0.0.1", port);
            return new(socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public async Task SendAsync(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            while (bytes.Length > 0)
            {
                bytes = bytes[await _socket.SendAsync(bytes)..];
            }
        }
        catch (SocketException cut)
        {
            throw new IOException("The server closed the connection while the request was sent.", cut);
        }
    }

    /// <summary>Reads one answer.</summary>
    /// <exception cref="IOException">The connection ended before the answer did.</exception>
    public async Task<Answer> ReceiveAsync(bool isHead = false)
    {
        var status = int.Parse((await LineAsync()).Split(' ')[1], CultureInfo.InvariantCulture);
        var headers = new List<(string Name, string Value)>();
        for (var line = await LineAsync(); line.Length > 0; line = await LineAsync())
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            headers.Add((line[..colon], line[(colon + 1)..].Trim()));
        }

        var answer = new Answer(status, headers, []);
        return status == 100 ? await ReceiveAsync(isHead) : answer with { Body = await BodyAsync(answer, isHead) };
    }

    /// <summary>Tells the server that nothing more will come, and goes on listening.</summary>
    public void FinishSending()
    {
        try
        {
            _socket.Shutdown(SocketShutdown.Send);
        }
        catch (SocketException cut)
        {
            throw new IOException("The server closed the connection while the request was sent.", cut);
        }
    }

    public void Dispose() => _socket.Dispose();

    private async Task<byte[]> BodyAsync(Answer answer, bool isHead)
    {
        if (isHead || answer.Status is 204 or 304)
        {
            return [];
        }

        if (answer.Header("Transfer-Encoding") == "chunked")
        {
            return await ChunksAsync();
        }

        return await BytesAsync(int.Parse(answer.Header("Content-Length") ?? "0", CultureInfo.InvariantCulture));
    }

    private async Task<byte[]> ChunksAsync()
    {
        var body = new MemoryStream();
        while (true)
        {
            var length = int.Parse(await LineAsync(), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            body.Write(await BytesAsync(length));
            await LineAsync();
            if (length == 0)
            {
                return body.ToArray();
            }
        }
    }

    private async Task<byte[]> BytesAsync(int count)
    {
        var bytes = new byte[count];
        for (var at = 0; at < count;)
        {
            if (_from == _to)
            {
                await FillAsync();
            }

            var taken = Math.Min(count - at, _to - _from);
            _buffer.AsSpan(_from, taken).CopyTo(bytes.AsSpan(at));
            _from += taken;
            at += taken;
        }

        return bytes;
    }

    private async Task<string> LineAsync()
    {
        var line = new List<byte>();
        while (line is not [.., (byte)'\r', (byte)'\n'])
        {
            if (_from == _to)
            {
                await FillAsync();
            }

            line.Add(_buffer[_from++]);
        }

        return Encoding.Latin1.GetString(line.ToArray(), 0, line.Count - 2);
    }

    private async Task FillAsync()
    {
        using var bound = new CancellationTokenSource(Patience);
        try
        {
            (_from, _to) = (0, await _socket.ReceiveAsync(_buffer.AsMemory(), bound.Token));
        }
        catch (SocketException cut)
        {
            throw new IOException("The connection was cut before the answer ended.", cut);
        }
        catch (OperationCanceledException late)
        {
            throw new IOException($"No answer within {Patience}.", late);
        }

        if (_to == 0)
        {
            throw new IOException("The connection ended before the answer did.");
        }
    }
}
