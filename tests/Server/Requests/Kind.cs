namespace Roster.Tests.Server.Requests;

/// <summary>What a value in a request can be the name of.</summary>
public enum Kind
{
    Account,
    User,
    UserName,
    Organization,
    Group,
    Connector,
    Team,
    Role,
    ResourceType,
    Resource,
    Key,
    Invitation,
    Plan,
    Cursor,
    Revision,
}
