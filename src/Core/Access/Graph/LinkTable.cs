namespace Roster.Core.Access.Graph;

/// <summary>
/// The memberships of an account, found by member and scope, and listed by either. What is taken out leaves room for the next.
/// One writes while many look: who looks meanwhile may see halves, and asks again.
/// </summary>
internal sealed class LinkTable
{
    /// <summary>In the hash, where something was.</summary>
    private const int Gone = -1;

    private Link[] _links = new Link[16];
    private int[] _slots = new int[32];
    private long[] _ends = new long[4];
    private int _used;
    private int _free = Link.None;
    private int _taken;
    private int _endsUsed = 1;

    /// <summary>How many places there are, empty ones too.</summary>
    public int Used => _used;

    /// <summary>How many memberships there are.</summary>
    public int Count { get; private set; }

    public long Bytes => (28L * _links.Length) + (4L * _slots.Length) + (8L * _ends.Length);

    public ref readonly Link this[int index] => ref _links[index];

    /// <summary>When the membership ends, in microseconds; only where it does.</summary>
    public long EndOf(int index) => _ends[_links[index].End];

    /// <summary>Where the member's membership in the scope is; none where there is none.</summary>
    public int Find(int member, int scope)
    {
        var slots = _slots;
        var links = _links;
        var mask = slots.Length - 1;
        for (var slot = Hash(member, scope) & mask; ; slot = (slot + 1) & mask)
        {
            var entry = slots[slot];
            if (entry == 0)
            {
                return Link.None;
            }

            if (entry != Gone && links[entry - 1].Member == member && links[entry - 1].Scope == scope)
            {
                return entry - 1;
            }
        }
    }

    /// <summary>Adds what is not there yet.</summary>
    public int Add(int member, int scope, int role, long? until, ref int ofMember, ref int inScope)
    {
        MakeRoomInHash();
        var index = TakePlace();
        ref var link = ref _links[index];
        link = new()
        {
            Member = member,
            Scope = scope,
            Role = role,
            End = until is { } end ? TakeEnd(end) : 0,
            NextOfMember = ofMember,
            NextInScope = inScope,
            PreviousInScope = Link.None,
        };
        if (inScope != Link.None)
        {
            _links[inScope].PreviousInScope = index;
        }

        (ofMember, inScope) = (index, index);
        Place(_slots, index);
        Count++;
        return index;
    }

    public void Change(int index, int role, long? until)
    {
        ref var link = ref _links[index];
        link.Role = role;
        link.End = until is { } end ? TakeEnd(end) : 0;
    }

    public void Remove(int index, ref int ofMember, ref int inScope)
    {
        ref var link = ref _links[index];
        RemoveFromHash(index);
        RemoveFromMember(index, ref ofMember);
        if (link.PreviousInScope == Link.None)
        {
            inScope = link.NextInScope;
        }
        else
        {
            _links[link.PreviousInScope].NextInScope = link.NextInScope;
        }

        if (link.NextInScope != Link.None)
        {
            _links[link.NextInScope].PreviousInScope = link.PreviousInScope;
        }

        link = new() { Member = Link.None, Scope = Link.None, NextOfMember = _free };
        _free = index;
        Count--;
    }

    /// <summary>Gives back what growing has taken too much.</summary>
    public void Trim()
    {
        Array.Resize(ref _links, _used + (_used / 32) + 4);
        Array.Resize(ref _ends, _endsUsed + (_endsUsed / 32) + 4);
    }

    private int TakePlace()
    {
        if (_free != Link.None)
        {
            var free = _free;
            _free = _links[free].NextOfMember;
            return free;
        }

        if (_used == _links.Length)
        {
            Array.Resize(ref _links, (_used * 5 / 4) + 16);
        }

        return _used++;
    }

    /// <summary>Ends that nobody has any more are given back when the whole is made anew.</summary>
    private int TakeEnd(long end)
    {
        if (_endsUsed == _ends.Length)
        {
            Array.Resize(ref _ends, (_endsUsed * 5 / 4) + 16);
        }

        _ends[_endsUsed] = end;
        return _endsUsed++;
    }

    private void RemoveFromMember(int index, ref int ofMember)
    {
        if (ofMember == index)
        {
            ofMember = _links[index].NextOfMember;
            return;
        }

        var before = ofMember;
        while (_links[before].NextOfMember != index)
        {
            before = _links[before].NextOfMember;
        }

        _links[before].NextOfMember = _links[index].NextOfMember;
    }

    /// <summary>Three quarters of it are full at most, counting what is gone.</summary>
    private void MakeRoomInHash()
    {
        if (++_taken * 4L > _slots.Length * 3L)
        {
            Rehash();
        }
    }

    private void RemoveFromHash(int index)
    {
        var slots = _slots;
        var mask = slots.Length - 1;
        var slot = Hash(_links[index].Member, _links[index].Scope) & mask;
        while (slots[slot] != index + 1)
        {
            slot = (slot + 1) & mask;
        }

        slots[slot] = Gone;
    }

    /// <summary>Larger where it is full of memberships, else only cleared of those that are gone.</summary>
    private void Rehash()
    {
        var slots = new int[(Count + 1) * 2L > _slots.Length ? _slots.Length * 2 : _slots.Length];
        for (var index = 0; index < _used; index++)
        {
            if (_links[index].Member != Link.None)
            {
                Place(slots, index);
            }
        }

        _taken = Count + 1;
        Volatile.Write(ref _slots, slots);
    }

    private void Place(int[] slots, int index)
    {
        var mask = slots.Length - 1;
        var slot = Hash(_links[index].Member, _links[index].Scope) & mask;
        while (slots[slot] > 0)
        {
            slot = (slot + 1) & mask;
        }

        slots[slot] = index + 1;
    }

    private static int Hash(int member, int scope)
    {
        var hash = (((ulong)(uint)member << 32) | (uint)scope) * 0x9E3779B97F4A7C15UL;
        return (int)((hash ^ (hash >> 29)) >> 32) & int.MaxValue;
    }
}
