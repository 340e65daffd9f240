using System.Security.Cryptography;

namespace Roster.Storage.Sql;

/// <summary>The store's secret, as it is kept among the store's own values.</summary>
internal static class StoreSecret
{
    public const string Row = "secret";

    private const int Length = 32;

    public static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Length));

    public static byte[] Parse(string kept) => Convert.FromHexString(kept);
}
