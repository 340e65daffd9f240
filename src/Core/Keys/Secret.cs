using System.Security.Cryptography;
using System.Text;

namespace Roster.Core.Keys;

/// <summary>Secrets are kept as SHA-256 only and compared in constant time.</summary>
public static class Secret
{
    /// <summary>Letters and digits in a secret made here: 315 bits.</summary>
    public const int Length = 53;

    public static ReadOnlyMemory<byte> Hash(string secret)
    {
        Span<byte> utf8 = stackalloc byte[256];
        return Encoding.UTF8.GetMaxByteCount(secret.Length) <= utf8.Length
            ? SHA256.HashData(utf8[..Encoding.UTF8.GetBytes(secret, utf8)])
            : SHA256.HashData(Encoding.UTF8.GetBytes(secret));
    }

    public static bool Matches(ReadOnlyMemory<byte> hash, ReadOnlyMemory<byte> other) =>
        CryptographicOperations.FixedTimeEquals(hash.Span, other.Span);
}
