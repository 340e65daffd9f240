using System.Buffers.Binary;

namespace Roster.Storage.Copying;

/// <summary>
/// The form of rows that every engine reads into and writes from, and that is digested: PostgreSQL's binary COPY. The number of
/// columns, two bytes; then for each its length, four bytes and -1 for null, and its bytes: numbers from the high byte on, in as
/// many bytes as the column has, texts in UTF-8. What follows the last row of a table is a number of columns of -1.
/// </summary>
internal static class RowForm
{
    public const int CountBytes = sizeof(short);
    public const int LengthBytes = sizeof(int);
    public const int Null = -1;

    /// <summary>What PostgreSQL has before the first row: its signature, no flags, and an addition of no bytes.</summary>
    public static ReadOnlySpan<byte> Head => [(byte)'P', (byte)'G', (byte)'C', (byte)'O', (byte)'P', (byte)'Y', (byte)'\n', 0xFF, (byte)'\r', (byte)'\n', 0, 0, 0, 0, 0, 0, 0, 0, 0];

    public static ReadOnlySpan<byte> End => [0xFF, 0xFF];

    /// <summary>How long the row is that these bytes begin with; null while its end is not among them.</summary>
    public static int? LengthOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < CountBytes)
        {
            return null;
        }

        var length = CountBytes;
        for (var columns = BinaryPrimitives.ReadInt16BigEndian(bytes); columns > 0; columns--)
        {
            if (bytes.Length < length + LengthBytes)
            {
                return null;
            }

            length += LengthBytes + Math.Max(0, BinaryPrimitives.ReadInt32BigEndian(bytes[length..]));
        }

        return length <= bytes.Length ? length : null;
    }

    public static long Number(ReadOnlySpan<byte> field) => field.Length == sizeof(short)
        ? BinaryPrimitives.ReadInt16BigEndian(field)
        : BinaryPrimitives.ReadInt64BigEndian(field);
}

/// <summary>Goes through rows, field by field.</summary>
internal ref struct RowFields(ReadOnlySpan<byte> rows)
{
    private ReadOnlySpan<byte> _rest = rows;

    public readonly bool IsAtEnd => _rest.IsEmpty;

    /// <summary>The next row's number of columns, which must be read then.</summary>
    public int BeginRow()
    {
        var columns = BinaryPrimitives.ReadInt16BigEndian(_rest);
        _rest = _rest[RowForm.CountBytes..];
        return columns;
    }

    /// <returns>False where it is null.</returns>
    public bool TryRead(out ReadOnlySpan<byte> field)
    {
        var length = BinaryPrimitives.ReadInt32BigEndian(_rest);
        field = _rest.Slice(RowForm.LengthBytes, Math.Max(0, length));
        _rest = _rest[(RowForm.LengthBytes + field.Length)..];
        return length != RowForm.Null;
    }
}
