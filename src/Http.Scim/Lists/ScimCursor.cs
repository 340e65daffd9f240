using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Roster.Core.Values;

namespace Roster.Http.Scim.Lists;

/// <summary>
/// Where a walk goes on, for the client to keep: nothing of it is kept here. Sealed with the store's secret over the account, the
/// endpoint and the question, so that a cursor of anything else is refused.
/// </summary>
/// <param name="List">Which of the lists that the endpoint goes through.</param>
/// <param name="Place">Null for the list's beginning.</param>
/// <param name="Count">As the walk's first request had it.</param>
internal sealed record ScimCursor(int List, ListPlace? Place, int Count, Instant IssuedAt)
{
    private const byte Form = 1;

    /// <summary>What it is bound to.</summary>
    public static byte[] BindingOf(string epoch, string account, string endpoint, string question) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"{epoch}\n{account}\n{endpoint}\n{question}"));

    public string Seal(ReadOnlySpan<byte> secret, ReadOnlySpan<byte> binding)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        writer.Write(Form);
        writer.Write((byte)List);
        writer.Write(Count);
        writer.Write(IssuedAt.Microseconds);
        writer.Write(Place is not null);
        writer.Write(Place?.Position.Number ?? 0);
        writer.Write(Place?.Position.Text ?? "");
        writer.Write(Place?.Key is not null);
        writer.Write(Place?.Key?.Text ?? "");
        writer.Flush();
        var content = bytes.ToArray();
        return Base64Url.EncodeToString([.. Stamp(secret, binding, content), .. content]);
    }

    /// <summary>Null for a cursor that is not ours, was altered, or is of another list.</summary>
    public static ScimCursor? Open(string text, ReadOnlySpan<byte> secret, ReadOnlySpan<byte> binding)
    {
        if (!Base64Url.IsValid(text))
        {
            return null;
        }

        var given = Base64Url.DecodeFromChars(text);
        if (given.Length <= SHA256.HashSizeInBytes
            || !CryptographicOperations.FixedTimeEquals(
                Stamp(secret, binding, given.AsSpan(SHA256.HashSizeInBytes)), given.AsSpan(0, SHA256.HashSizeInBytes)))
        {
            return null;
        }

        using var reader = new BinaryReader(new MemoryStream(given, SHA256.HashSizeInBytes, given.Length - SHA256.HashSizeInBytes), Encoding.UTF8);
        if (reader.ReadByte() != Form)
        {
            return null;
        }

        var (list, count, issued) = (reader.ReadByte(), reader.ReadInt32(), reader.ReadInt64());
        var hasPlace = reader.ReadBoolean();
        var position = new ListPosition(reader.ReadInt64(), reader.ReadString());
        var (hasKey, key) = (reader.ReadBoolean(), reader.ReadString());
        return new(list, hasPlace ? new(position, hasKey ? new SortKey(key) : null) : null, count, new Instant(issued));
    }

    private static byte[] Stamp(ReadOnlySpan<byte> secret, ReadOnlySpan<byte> binding, ReadOnlySpan<byte> content) =>
        HMACSHA256.HashData(secret, [.. binding, .. content]);
}
