namespace Roster.Core.Access.Graph;

/// <summary>A user, and what they hold: by scopes, what their memberships say.</summary>
internal struct UserNode
{
    public NumberMap Roles;
    public bool IsActive;

    /// <summary>Their memberships in teams, which are asked for by themselves.</summary>
    public NumberMap Seats;
}

/// <summary>A place, and what hangs on it.</summary>
internal struct ScopeNode
{
    public int Parent;
    public byte Kind;
    public bool Lives;

    /// <summary>By members, what their memberships say.</summary>
    public NumberMap Members;

    /// <summary>What it holds itself, where it is a team.</summary>
    public NumberMap Roles;
}
