namespace Roster.Tests.Server.Requests;

/// <summary>What a route asks of whoever calls it.</summary>
public enum Need
{
    Anyone,

    /// <summary>A valid key, whatever it may do.</summary>
    AnyKey,
    Read,
    Provision,
    Admin,
    Operator,
}
