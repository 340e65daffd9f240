using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Roster.Http.AuthZen.Searching;

/// <summary>
/// Where a search goes on: after what, and how far, sealed with the store's secret over the search, the account and the store's epoch,
/// so that the token of any other request is refused. It holds all that is needed; nothing is kept here, and it does not grow old.
/// </summary>
/// <param name="Limit">The most results of a page.</param>
/// <param name="After">What the core goes on after; empty for the beginning.</param>
internal sealed record PageToken(int Limit, string After)
{
    private const byte Version = 1;
    private const int Head = 1 + sizeof(ushort);
    private const int Seal = 16;
    private const int MaxLength = 16_384;

    /// <param name="search">The endpoint and everything that the request asks, in one form.</param>
    public string Encode(Exchange exchange, ReadOnlySpan<byte> secret, ReadOnlySpan<byte> search)
    {
        var after = Encoding.UTF8.GetBytes(After);
        var bytes = new byte[Head + after.Length + Seal];
        bytes[0] = Version;
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(1), (ushort)Limit);
        after.CopyTo(bytes, Head);
        Close(exchange, secret, search, bytes);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Null for what is no token of this search.</summary>
    public static PageToken? Decode(Exchange exchange, ReadOnlySpan<byte> secret, ReadOnlySpan<byte> search, string token)
    {
        if (token.Length > MaxLength || !Base64Url.IsValid(token, out var length) || length < Head + Seal)
        {
            return null;
        }

        var bytes = Base64Url.DecodeFromChars(token);
        var given = bytes.AsSpan(^Seal..).ToArray();
        Close(exchange, secret, search, bytes);
        if (bytes[0] != Version || !CryptographicOperations.FixedTimeEquals(given, bytes.AsSpan(^Seal..)))
        {
            return null;
        }

        return new(BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(1)), Encoding.UTF8.GetString(bytes.AsSpan(Head..^Seal)));
    }

    /// <summary>Writes the seal over all that stands before it.</summary>
    private static void Close(Exchange exchange, ReadOnlySpan<byte> secret, ReadOnlySpan<byte> search, Span<byte> bytes)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret);
        hash.AppendData(Encoding.UTF8.GetBytes($"{exchange.Epoch}/{exchange.Account}/authzen/"));
        hash.AppendData(bytes[..^Seal]);
        hash.AppendData(search);
        Span<byte> whole = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(whole);
        whole[..Seal].CopyTo(bytes[^Seal..]);
    }
}
