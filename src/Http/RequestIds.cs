using Microsoft.AspNetCore.Http;

namespace Roster.Http;

/// <summary><c>X-Request-Id</c>: the client's own as it came, else a UUID made here.</summary>
internal static class RequestIds
{
    public const string Header = "X-Request-Id";

    /// <summary>As much of a foreign id as goes into a log line.</summary>
    private const int Logged = 128;

    /// <summary>Who reads the log is not to be written to by whoever asks. Each byte of UTF-8 is a character here, some of them control characters.</summary>
    public static string ForLog(string id) =>
        string.Create(Math.Min(id.Length, Logged), id, static (line, given) =>
        {
            for (var i = 0; i < line.Length; i++)
            {
                line[i] = char.IsControl(given[i]) ? '?' : given[i];
            }
        });

    // A header may hold a tab when it comes in, but not when it goes out.
    public static string Of(HttpRequest request) =>
        request.Headers[Header].ToString() is { Length: > 0 } given && !given.AsSpan().ContainsAnyInRange('\0', '\x1F') && !given.Contains('\x7F')
            ? given
            : New();

    // Nobody gains by guessing it, so the cheap source is the right one.
    private static string New()
    {
        Span<byte> bytes = stackalloc byte[16];
        Random.Shared.NextBytes(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }
}
