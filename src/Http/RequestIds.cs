using Microsoft.AspNetCore.Http;

namespace Roster.Http;

/// <summary><c>X-Request-Id</c>: the client's own as it came, else a UUID made here.</summary>
internal static class RequestIds
{
    public const string Header = "X-Request-Id";

    /// <summary>As much of a foreign id as goes into a log line.</summary>
    private const int Logged = 128;

    // A header may hold a tab or other control characters when it comes in, but not when it goes out.
    public static string Of(HttpRequest request) =>
        request.Headers[Header].ToString() is { Length: > 0 } given && !Core.Values.Text.HasControl(given)
            ? given
            : New();

    public static string ForLog(string id) => id.Length <= Logged ? id : id[..Logged];

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
