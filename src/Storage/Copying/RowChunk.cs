using Roster.Storage.Sql.Tables;

namespace Roster.Storage.Copying;

/// <summary>Rows that are committed together, of whichever accounts and tables are next, and how far their accounts are then.</summary>
internal sealed class RowChunk(CopyOptions options)
{
    private readonly RowBuffer[] _buffers = [.. StoreTables.All.Select(_ => new RowBuffer())];
    private readonly Dictionary<string, CopyMark> _marks = [];

    public IReadOnlyDictionary<string, CopyMark> Marks => _marks;

    /// <summary>Every table that has rows here, in the order that they are written in.</summary>
    public IEnumerable<(Table Table, RowBuffer Rows)> Parts =>
        StoreTables.All.Zip(_buffers).Where(part => part.Second.Rows > 0);

    public int Rows => _buffers.Sum(buffer => buffer.Rows);

    public bool IsFull => Room is { Rows: <= 0 } or { Bytes: <= 0 };

    private (int Rows, int Bytes) Room =>
        (options.ChunkRows - Rows, options.ChunkBytes - _buffers.Sum(buffer => buffer.Bytes.Length));

    /// <summary>The table's rows, with what room the chunk has left.</summary>
    public RowBuffer Open(Table table)
    {
        var buffer = _buffers[StoreTables.All.IndexOf(table)];
        buffer.Allow(Room.Rows, Room.Bytes);
        return buffer;
    }

    public void Mark(string account, CopyMark mark) => _marks[account] = mark;

    public void Clear()
    {
        _marks.Clear();
        foreach (var buffer in _buffers)
        {
            buffer.Clear();
        }
    }
}
