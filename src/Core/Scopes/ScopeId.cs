namespace Roster.Core.Scopes;

/// <summary>The kinds of place where one can be a member. A <see cref="Team"/> is one beside the account's tree: a membership in it is a seat, and it is a member itself.</summary>
public enum ScopeKind
{
    Account = 1,
    Organization = 2,
    Group = 3,
    Connector = 4,
    Team = 5,
}

/// <summary>A node of the account's tree. Groups and connectors have id spaces of their own; accounts and organizations share one.</summary>
public readonly record struct ScopeId(ScopeKind Kind, string Id)
{
    public static ScopeId Account(Values.AccountId account) => new(ScopeKind.Account, account.Value);

    public static ScopeId Organization(string id) => new(ScopeKind.Organization, id);

    public static ScopeId Group(string id) => new(ScopeKind.Group, id);

    public static ScopeId Connector(string id) => new(ScopeKind.Connector, id);

    public static ScopeId Team(string id) => new(ScopeKind.Team, id);
}
