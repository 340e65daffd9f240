namespace Roster.Tests.Server.Requests;

/// <summary>What a route asks of whoever calls it.</summary>
public enum Need
{
    Anyone,

    /// <summary>A valid key, whatever it may do.</summary>
    AnyKey,

    /// <summary>The grant to ask, which reading does not include.</summary>
    Check,
    Read,
    Provision,
    Admin,
    Operator,

    /// <summary>A key that belongs to a user; no other test's key does.</summary>
    Owner,
}
