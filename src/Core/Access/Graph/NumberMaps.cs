namespace Roster.Core.Access.Graph;

/// <summary>
/// Many maps from numbers to numbers in one array. Each is a hash in one piece, so that a small one is a line or two of a processor's
/// cache. One writes while many look: who looks meanwhile may see halves, but comes to an end, and asks again.
/// </summary>
internal sealed class NumberMaps
{
    /// <summary>In the place of a number where there is none.</summary>
    public const int None = -1;

    /// <summary>The last size, of 16 entries, that is not hashed but filled from its beginning: all of it comes from memory at once.</summary>
    private const int Small = 7;

    private const int Sizes = 60;

    /// <summary>Of each size, where the first piece that nobody uses begins; it says where the next one does. 0 for none.</summary>
    private readonly int[] _free = new int[Sizes];
    private NumberEntry[] _entries;

    // The first piece is that of all maps with nothing in them.
    private int _used = Room(0);
    private int _idle;

    /// <param name="room">For so many entries, before more has to be made.</param>
    public NumberMaps(int room = 16) => _entries = new NumberEntry[room];

    public long Bytes => 8L * _entries.Length;

    /// <summary>With room for what is in use here, and a little more.</summary>
    public NumberMaps Successor() => new((_used - _idle) + ((_used - _idle) / 32) + 16);

    /// <summary>In no order, and with empty places among them.</summary>
    public ReadOnlySpan<NumberEntry> All(NumberMap map) => Piece(map);

    /// <summary>The value of the key; none where there is none.</summary>
    public int Find(NumberMap map, int key)
    {
        if (map.Size > Small)
        {
            var piece = Piece(map);
            ref readonly var found = ref piece[Seek(piece, key)];
            return found.IsOf(key) ? found.Value : None;
        }

        foreach (ref readonly var entry in _entries.AsSpan(map.Start, map.Count))
        {
            if (entry.IsOf(key))
            {
                return entry.Value;
            }
        }

        return None;
    }

    /// <returns>The value before; none where there was none.</returns>
    public int Set(ref NumberMap map, int key, int value)
    {
        var piece = Piece(map);
        var at = Seek(piece, key);
        if (piece[at].IsOf(key))
        {
            var before = piece[at].Value;
            piece[at] = new(key, value);
            return before;
        }

        if (map.Start == 0 || map.Count == Most(piece.Length))
        {
            Resize(ref map, map.Size + 1);
            piece = Piece(map);
            at = Seek(piece, key);
        }

        piece[at] = new(key, value);
        map.Count++;
        return None;
    }

    /// <inheritdoc cref="Set"/>
    public int Remove(ref NumberMap map, int key)
    {
        var piece = Piece(map);
        var gap = Seek(piece, key);
        if (!piece[gap].IsOf(key))
        {
            return None;
        }

        var before = piece[gap].Value;
        Close(piece, gap);
        map.Count--;
        if (map.Count == 0)
        {
            Clear(ref map);
        }
        else if (map.Count * 8L < piece.Length)
        {
            Resize(ref map, map.Size - 2);
        }

        return before;
    }

    public void Clear(ref NumberMap map)
    {
        GiveBack(map);
        map = default;
    }

    /// <summary>Takes a map over from where it was.</summary>
    public void TakeOver(NumberMaps from, ref NumberMap map)
    {
        if (map.Count > 0)
        {
            var piece = from.Piece(map);
            map.Start = Take(map.Size);
            piece.CopyTo(Piece(map));
        }
    }

    /// <summary>1, 2, 3, 4, 6, 8, 12 and so on.</summary>
    private static int Room(int size) => (3 + (size & 1)) << (size >> 1) >> 1;

    private Span<NumberEntry> Piece(NumberMap map) => _entries.AsSpan(map.Start, Room(map.Size));

    /// <summary>Where the key is, else where it would be if there were room.</summary>
    private static int Seek(ReadOnlySpan<NumberEntry> piece, int key)
    {
        var at = Home(key, piece.Length);
        for (var tries = 0; tries < piece.Length && !piece[at].IsEmpty && !piece[at].IsOf(key); tries++)
        {
            at = Next(at, piece.Length);
        }

        return at;
    }

    private static int Most(int room) => room <= Room(Small) ? room : (int)(room * 3L / 4);

    private static int Home(int key, int room) => room <= Room(Small) ? 0 : (int)(((ulong)((uint)key * 2_654_435_769u) * (uint)room) >> 32);

    private static int Next(int at, int room) => at + 1 == room ? 0 : at + 1;

    private static int Steps(int from, int to, int room) => to >= from ? to - from : to - from + room;

    /// <summary>What follows moves up, so that nobody stops looking at the gap.</summary>
    private static void Close(Span<NumberEntry> piece, int gap)
    {
        piece[gap] = default;
        for (var at = Next(gap, piece.Length); !piece[at].IsEmpty; at = Next(at, piece.Length))
        {
            var home = Home(piece[at].Key, piece.Length);
            if (Steps(home, at, piece.Length) >= Steps(gap, at, piece.Length))
            {
                piece[gap] = piece[at];
                piece[at] = default;
                gap = at;
            }
        }
    }

    private void Resize(ref NumberMap map, int size)
    {
        var to = new NumberMap { Start = Take(size), Count = map.Count, Size = (byte)size };
        var after = Piece(to);
        foreach (ref readonly var entry in Piece(map))
        {
            if (!entry.IsEmpty)
            {
                after[Seek(after, entry.Key)] = entry;
            }
        }

        GiveBack(map);
        map = to;
    }

    private int Take(int size)
    {
        if (_free[size] != 0)
        {
            var free = _free[size];
            _free[size] = _entries[free].Value;
            _entries[free] = default;
            _idle -= Room(size);
            return free;
        }

        if (_used + (long)Room(size) > _entries.Length)
        {
            Array.Resize(ref _entries, (int)Math.Min(Array.MaxLength, (_entries.Length * 5L / 4) + Room(size)));
        }

        (var start, _used) = (_used, _used + Room(size));
        return start;
    }

    private void GiveBack(NumberMap map)
    {
        if (map.Start != 0)
        {
            var piece = Piece(map);
            piece.Clear();
            piece[0] = new(None, _free[map.Size]);
            _free[map.Size] = map.Start;
            _idle += Room(map.Size);
        }
    }
}

/// <summary>Where a map lies. One with nothing in it lies where all of these do.</summary>
internal struct NumberMap
{
    public int Start;
    public int Count;
    public byte Size;
}

/// <summary>A key and its value, in 8 bytes; or an empty place.</summary>
internal readonly struct NumberEntry(int key, int value)
{
    // One more than the key, so that what was never written is empty.
    private readonly int _mark = key + 1;

    public readonly int Value = value;

    public bool IsEmpty => _mark == 0;

    public int Key => _mark - 1;

    public bool IsOf(int key) => _mark == key + 1;
}
