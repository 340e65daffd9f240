using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Roster.Storage.Sql.Tables;

namespace Roster.Storage.Copying;

/// <summary>
/// SHA-256 over every row of an account: for each table its name, its rows in the order of the key, and an end. The same for the
/// same rows, whichever engine has them.
/// </summary>
/// <param name="Tables">Each table with its rows, and the digest of the account up to there.</param>
internal sealed record AccountDigest(ImmutableArray<(Table Table, long Rows, string Digest)> Tables)
{
    public long Rows => Tables.Sum(table => table.Rows);

    /// <summary>That of the state, which stays the same while an account is not written.</summary>
    public string OfState => Tables[StoreTables.State.Length - 1].Digest;

    /// <summary>The first table that is not the same in both; null where all are.</summary>
    public string? DifferenceFrom(AccountDigest other) =>
        Tables.Zip(other.Tables).Where(pair => pair.First != pair.Second).Select(pair => pair.First.Table.Name).FirstOrDefault();

    /// <summary>Reads the whole account, in constant memory.</summary>
    public static async Task<AccountDigest> OfAsync(
        ICopySide store, string account, CopyOptions options, Action<int> read, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new RowBuffer();
        var tables = ImmutableArray.CreateBuilder<(Table, long, string)>(StoreTables.All.Length);
        foreach (var table in StoreTables.All)
        {
            AppendName(hash, table.Name);
            var rows = 0L;
            await using var source = store.Read(table, account, after: null);
            for (var more = true; more;)
            {
                cancellationToken.ThrowIfCancellationRequested();
                buffer.Clear();
                buffer.Allow(options.ChunkRows, options.ChunkBytes);
                more = await source.FillAsync(buffer);
                hash.AppendData(buffer.Bytes.Span);
                rows += buffer.Rows;
                read(buffer.Rows);
            }

            hash.AppendData(RowForm.End);
            tables.Add((table, rows, Convert.ToHexStringLower(hash.GetCurrentHash())));
        }

        return new(tables.MoveToImmutable());
    }

    private static void AppendName(IncrementalHash hash, string name)
    {
        var bytes = Encoding.UTF8.GetBytes(name);
        var length = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
