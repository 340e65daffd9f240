using System.Buffers.Binary;
using Roster.Storage.Sql.Tables;

namespace Roster.Storage.Copying;

/// <summary>Rows of one table in <see cref="RowForm"/>; kept and filled again, so that copying makes no garbage.</summary>
internal sealed class RowBuffer
{
    private byte[] _bytes = new byte[4_096];
    private int _length;
    private int _lastRow;
    private int _fullRows;
    private int _fullBytes;

    public int Rows { get; private set; }

    public ReadOnlyMemory<byte> Bytes => _bytes.AsMemory(0, _length);

    public ReadOnlySpan<byte> LastRow => _bytes.AsSpan(_lastRow, _length - _lastRow);

    public bool IsFull => Rows >= _fullRows || _length >= _fullBytes;

    /// <summary>It is full with so many more of either.</summary>
    public void Allow(int rows, int bytes) => (_fullRows, _fullBytes) = (Rows + rows, _length + bytes);

    public void Clear() => (Rows, _length, _lastRow) = (0, 0, 0);

    public void AddRow(ReadOnlySpan<byte> row)
    {
        (Rows, _lastRow) = (Rows + 1, _length);
        row.CopyTo(Take(row.Length));
    }

    public void BeginRow(int columns)
    {
        (Rows, _lastRow) = (Rows + 1, _length);
        BinaryPrimitives.WriteInt16BigEndian(Take(RowForm.CountBytes), (short)columns);
    }

    public void AddNull() => BinaryPrimitives.WriteInt32BigEndian(Take(RowForm.LengthBytes), RowForm.Null);

    public void Add(ReadOnlySpan<byte> field)
    {
        var taken = Take(RowForm.LengthBytes + field.Length);
        BinaryPrimitives.WriteInt32BigEndian(taken, field.Length);
        field.CopyTo(taken[RowForm.LengthBytes..]);
    }

    public void Add(ColumnKind kind, long number)
    {
        Span<byte> field = stackalloc byte[sizeof(long)];
        if (kind == ColumnKind.Small)
        {
            BinaryPrimitives.WriteInt16BigEndian(field, checked((short)number));
            Add(field[..sizeof(short)]);
        }
        else
        {
            BinaryPrimitives.WriteInt64BigEndian(field, number);
            Add(field);
        }
    }

    private Span<byte> Take(int count)
    {
        var length = checked(_length + count);
        if (length > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(length, checked(_bytes.Length * 2)));
        }

        var taken = _bytes.AsSpan(_length, count);
        _length = length;
        return taken;
    }
}
