using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Roster.Http;

/// <summary>
/// Where a list goes on: a row's number, bound to the list, the account and the store's epoch, so that a cursor of
/// anything else is refused and none tells a thing about another account. URL-safe as it stands.
/// </summary>
public static class Cursor
{
    private const int Length = 16;
    private const int Bound = 8;
    private const int MaxText = 4_096;

    /// <param name="list">The list's own name, with whatever narrows it (a parent's id, a filter).</param>
    public static string Encode(Exchange exchange, string list, long number)
    {
        Span<byte> bytes = stackalloc byte[Length];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        Bind(exchange, list, number, bytes[8..]);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>The number to go on after: 0 without a cursor, null for one that is not of this list.</summary>
    public static long? Decode(Exchange exchange, string list, string? cursor)
    {
        if (string.IsNullOrEmpty(cursor))
        {
            return 0;
        }

        Span<byte> bytes = stackalloc byte[Length];
        Span<byte> bound = stackalloc byte[8];
        if (cursor.Length > 32 || !Base64Url.IsValid(cursor, out var length) || length != Length)
        {
            return null;
        }

        Base64Url.DecodeFromChars(cursor, bytes);
        var number = BinaryPrimitives.ReadInt64BigEndian(bytes);
        Bind(exchange, list, number, bound);
        return number > 0 && bytes[8..].SequenceEqual(bound) ? number : null;
    }

    /// <summary>For a list in the order of a name or id: the last one seen.</summary>
    public static string EncodeText(Exchange exchange, string list, string last)
    {
        Span<byte> bound = stackalloc byte[Bound];
        Bind(exchange, list, last, bound);
        return Base64Url.EncodeToString((byte[])[.. bound, .. Encoding.UTF8.GetBytes(last)]);
    }

    /// <summary>The text to go on after: empty without a cursor, null for one that is not of this list.</summary>
    public static string? DecodeText(Exchange exchange, string list, string? cursor)
    {
        if (string.IsNullOrEmpty(cursor))
        {
            return "";
        }

        if (cursor.Length > MaxText || !Base64Url.IsValid(cursor, out var length) || length <= Bound)
        {
            return null;
        }

        var bytes = Base64Url.DecodeFromChars(cursor);
        var last = Encoding.UTF8.GetString(bytes, Bound, bytes.Length - Bound);
        Span<byte> bound = stackalloc byte[Bound];
        Bind(exchange, list, last, bound);
        return bound.SequenceEqual(bytes.AsSpan(0, Bound)) && Core.Values.Text.IsStorable(last) ? last : null;
    }

    private static void Bind(Exchange exchange, string list, long number, Span<byte> bound) =>
        Bind(exchange, list, number.ToString(CultureInfo.InvariantCulture), bound);

    private static void Bind(Exchange exchange, string list, string place, Span<byte> bound)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{exchange.Epoch}/{exchange.Account}/{list}/{place}"), hash);
        hash[..bound.Length].CopyTo(bound);
    }
}
