using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace Roster.Testing;

/// <summary>A client that sends exactly what it is given: no header of its own but <c>Host</c> and <c>Content-Length</c>, no normalization.</summary>
public sealed class Wire(int port) : IDisposable
{
    private readonly ConcurrentBag<WireConnection> _idle = [];

    /// <param name="body">Sent with its length; null for none.</param>
    public Task<Answer> SendAsync(string method, string target, byte[]? body = null, params IEnumerable<(string Name, string Value)> headers)
    {
        var head = new StringBuilder($"{method} {target} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n");
        foreach (var (name, value) in headers)
        {
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        }

        if (body is not null)
        {
            head.Append(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\n");
        }

        byte[] request = [.. Encoding.Latin1.GetBytes(head.Append("\r\n").ToString()), .. body ?? []];
        return SendRawAsync(request, method == "HEAD");
    }

    /// <summary>Sends the bytes of one whole request, and reads one answer.</summary>
    /// <exception cref="IOException">The connection ended before the answer did.</exception>
    public async Task<Answer> SendRawAsync(ReadOnlyMemory<byte> request, bool isHead = false)
    {
        // An idle connection may have been closed meanwhile; a fresh one tells the truth.
        while (_idle.TryTake(out var idle))
        {
            if (idle.IsOpen)
            {
                return await ExchangeAsync(idle, request, isHead);
            }

            idle.Dispose();
        }

        return await ExchangeAsync(await WireConnection.OpenAsync(port), request, isHead);
    }

    /// <summary>A connection of one's own, to send on piece by piece.</summary>
    public Task<WireConnection> ConnectAsync() => WireConnection.OpenAsync(port);

    public void Dispose()
    {
        while (_idle.TryTake(out var connection))
        {
            connection.Dispose();
        }
    }

    private async Task<Answer> ExchangeAsync(WireConnection connection, ReadOnlyMemory<byte> request, bool isHead)
    {
        try
        {
            await connection.SendAsync(request);
            var answer = await connection.ReceiveAsync(isHead);
            if (string.Equals(answer.Header("Connection"), "close", StringComparison.OrdinalIgnoreCase))
            {
                connection.Dispose();
            }
            else
            {
                _idle.Add(connection);
            }

            return answer;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
