using System.Runtime.InteropServices;

namespace Roster.Core.Access.Graph;

/// <summary>A membership in 28 bytes: whose it is, where, in which role, and its neighbours in the lists of both.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct Link
{
    /// <summary>In the place of a number where there is none.</summary>
    public const int None = -1;

    /// <summary>Twice a user's number, or twice a team's and one; none where nothing is here.</summary>
    public int Member;

    public int Scope;

    public int Role;

    /// <summary>Where its end stands; 0 where it has none.</summary>
    public int End;

    public int NextOfMember;

    public int NextInScope;

    public int PreviousInScope;
}

/// <summary>A member's memberships: their first seat in a team, and the first of their other memberships.</summary>
internal struct MemberNode
{
    public int Roles;
    public int Seats;
}

/// <summary>A place, and what hangs on it.</summary>
internal struct ScopeNode
{
    public int Parent;
    public int First;
    public int Count;
    public byte Kind;
    public bool Lives;
}
