using System.Text;

namespace Roster.Tests.Sdk.Odd;

/// <summary>What odd servers do.</summary>
internal static class Turns
{
    public static Turn Json(int status, string body, params string[] headers) => Answer(status, "application/json", body, headers);

    public static Turn Answer(int status, string? contentType, string body, params string[] headers) =>
        Answer(status, contentType, Encoding.UTF8.GetBytes(body), headers);

    public static Turn Answer(int status, string? contentType, byte[] body, params string[] headers) => async (_, stream, stop) =>
    {
        string[] lines =
        [
            $"HTTP/1.1 {status} X",
            .. contentType is null ? Array.Empty<string>() : [$"Content-Type: {contentType}"],
            $"Content-Length: {body.Length}",
            "Connection: close",
            .. headers,
        ];
        await stream.WriteAsync((byte[])[.. Encoding.ASCII.GetBytes(string.Join("\r\n", lines) + "\r\n\r\n"), .. body], stop);
    };

    /// <summary>Exactly these bytes, then the end of the connection.</summary>
    public static Turn Raw(string text) => async (_, stream, stop) => await stream.WriteAsync(Encoding.UTF8.GetBytes(text), stop);

    /// <summary>The connection ends without a word.</summary>
    public static Turn HangUp => (_, _, _) => Task.CompletedTask;

    /// <summary>The connection is reset.</summary>
    public static Turn Reset => (_, stream, _) =>
    {
        stream.Socket.LingerState = new(true, 0);
        stream.Socket.Close();
        return Task.CompletedTask;
    };

    public static Turn CutInTheHead => Raw("HTTP/1.1 200 OK\r\nContent-Ty");

    public static Turn CutInTheBody => Raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"code\":");

    public static Turn CutInAChunk => Raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n20\r\n{\"code\":");

    /// <summary>Says what it says, and then neither more nor goodbye.</summary>
    public static Turn Stall(string text = "") => async (_, stream, stop) =>
    {
        await stream.WriteAsync(Encoding.UTF8.GetBytes(text), stop);
        await Task.Delay(Timeout.Infinite, stop);
    };

    public static Turn StallInTheBody => Stall("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{");

    /// <summary>A body that goes on as long as anyone reads it.</summary>
    public static Turn Endless => async (_, stream, stop) =>
    {
        await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n[1"u8.ToArray(), stop);
        var more = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(",1", 10_000)));
        while (true)
        {
            await stream.WriteAsync(more, stop);
        }
    };
}
