using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;

namespace Roster.Core.Access.Graph;

/// <summary>
/// Gives ids numbers from 0 on, and finds them again: texts lie one after the other, and a hash of numbers leads to them. Ids are
/// added and stay. One adds while many look: who looks meanwhile may not find, or meet an index that is out of range.
/// </summary>
internal sealed class IdTable
{
    /// <summary>The longest id, with the kind before it.</summary>
    private const int MaxLength = 129;

    // Nobody is to choose ids that meet in the hash: .NET's own is another in every process.
    private static readonly ulong Seed = ((ulong)HashCode.Combine(1) << 32) ^ (uint)HashCode.Combine(2);

    private byte[] _text = new byte[256];
    private int[] _ends = new int[16];

    // The upper half of an id's hash, so that hardly any other id has to be looked at; then its number and one, 0 where nothing is.
    private ulong[] _slots = new ulong[32];
    private int _count;

    public int Count => _count;

    public long Bytes => _text.Length + (4L * _ends.Length) + (8L * _slots.Length);

    /// <summary>The number of the id; -1 where there is none.</summary>
    public int Find(ReadOnlySpan<byte> id)
    {
        var slots = _slots;
        var mask = slots.Length - 1;
        var hash = Hash(id);
        for (var slot = (int)hash & mask; ; slot = (slot + 1) & mask)
        {
            var entry = slots[slot];
            if (entry == 0)
            {
                return -1;
            }

            var number = (int)(uint)entry - 1;
            if ((entry ^ hash) >> 32 == 0 && Text(number).SequenceEqual(id))
            {
                return number;
            }
        }
    }

    /// <inheritdoc cref="Find(ReadOnlySpan{byte})"/>
    /// <param name="kind">Comes before the id; 0 for nothing.</param>
    public int Find(string id, byte kind)
    {
        Span<byte> bytes = stackalloc byte[MaxLength];
        var room = kind == 0 ? bytes : bytes[1..];
        bytes[0] = kind;
        return id.Length < MaxLength && Ascii.FromUtf16(id, room, out var length) == System.Buffers.OperationStatus.Done
            ? Find(bytes[..(length + (kind == 0 ? 0 : 1))])
            : -1;
    }

    /// <summary>The number of the id, a new one where it has none.</summary>
    public int Add(ReadOnlySpan<byte> id)
    {
        var known = Find(id);
        return known >= 0 ? known : AddNew(id);
    }

    public ReadOnlySpan<byte> Text(int number)
    {
        var ends = _ends;
        var begin = number == 0 ? 0 : ends[number - 1];
        return _text.AsSpan(begin, ends[number] - begin);
    }

    /// <summary>Gives back what growing has taken too much.</summary>
    public void Trim()
    {
        Array.Resize(ref _text, End + (End / 32) + 64);
        Array.Resize(ref _ends, _count + (_count / 32) + 4);
    }

    private int End => _count == 0 ? 0 : _ends[_count - 1];

    private int AddNew(ReadOnlySpan<byte> id)
    {
        var (number, begin) = (_count, End);
        if (begin + id.Length > _text.Length)
        {
            Array.Resize(ref _text, (int)Math.Min(Array.MaxLength, (_text.Length * 5L / 4) + id.Length + 64));
        }

        if (number == _ends.Length)
        {
            Array.Resize(ref _ends, (number * 5 / 4) + 16);
        }

        // Three quarters of the hash are full at most.
        if (number * 4L >= _slots.Length * 3L)
        {
            Rehash(_slots.Length * 2);
        }

        id.CopyTo(_text.AsSpan(begin));
        _ends[number] = begin + id.Length;
        Place(_slots, number);
        _count++;
        return number;
    }

    private void Rehash(int size)
    {
        var slots = new ulong[size];
        for (var number = 0; number < _count; number++)
        {
            Place(slots, number);
        }

        Volatile.Write(ref _slots, slots);
    }

    private void Place(ulong[] slots, int number)
    {
        var mask = slots.Length - 1;
        var hash = Hash(Text(number));
        var slot = (int)hash & mask;
        while (slots[slot] != 0)
        {
            slot = (slot + 1) & mask;
        }

        Volatile.Write(ref slots[slot], (hash >> 32 << 32) | (uint)(number + 1));
    }

    private static ulong Hash(ReadOnlySpan<byte> id)
    {
        var hash = Seed ^ (uint)id.Length;
        var last = Last(id);
        for (; id.Length > 8; id = id[8..])
        {
            hash = Mix(hash ^ MemoryMarshal.Read<ulong>(id));
        }

        return Mix(hash ^ last);
    }

    /// <summary>The last eight bytes, of which some may have been seen before; or all there are.</summary>
    private static ulong Last(ReadOnlySpan<byte> id)
    {
        if (id.Length >= 8)
        {
            return MemoryMarshal.Read<ulong>(id[^8..]);
        }

        var rest = 0UL;
        foreach (var one in id)
        {
            rest = (rest << 8) | one;
        }

        return rest;
    }

    private static ulong Mix(ulong value)
    {
        var high = Math.BigMul(value, 0x9E3779B97F4A7C15UL, out var low);
        return BitOperations.RotateLeft(high ^ low, 23);
    }
}
