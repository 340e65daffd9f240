using Roster.Core.Values;

namespace Roster.Core.Access.Graph;

/// <summary>What memberships say, each as one number: that of its role, or where its role and its end stand.</summary>
internal sealed class HeldRoles
{
    private (int Role, long End)[] _ending = new (int, long)[4];

    // What would be written as "none" stands for nothing.
    private int _used = 1;
    private int _free;

    public long Bytes => 16L * _ending.Length;

    public int Of(int role, Instant? until) => until is { } end ? Ending(role, end.Microseconds) : role;

    public static bool HasEnd(int held) => held < NumberMaps.None;

    public int RoleOf(int held) => HasEnd(held) ? _ending[~held].Role : held;

    /// <summary>In microseconds; only where there is one.</summary>
    public long EndOf(int held) => _ending[~held].End;

    /// <summary>No membership says it any more. What has no end takes nothing.</summary>
    public void GiveBack(int held)
    {
        if (HasEnd(held))
        {
            _ending[~held].Role = _free;
            _free = ~held;
        }
    }

    /// <summary>Gives back what growing has taken too much.</summary>
    public void Trim() => Array.Resize(ref _ending, _used + (_used / 32) + 4);

    private int Ending(int role, long end)
    {
        if (_free != 0)
        {
            var free = _free;
            _free = _ending[free].Role;
            _ending[free] = (role, end);
            return ~free;
        }

        if (_used == _ending.Length)
        {
            Array.Resize(ref _ending, (_used * 5 / 4) + 16);
        }

        _ending[_used] = (role, end);
        return ~_used++;
    }
}
