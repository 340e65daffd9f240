namespace Roster.Core.Changes;

/// <summary>The dialect that carried a request. The numbers are stored.</summary>
public enum Door
{
    /// <summary>The server itself: the first account, the demo.</summary>
    Server = 0,
    Native = 1,
    Fivetran = 2,
    WhyLabs = 3,
    Scim = 4,
    AuthZen = 5,
}
