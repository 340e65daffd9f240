namespace Roster.Sdk.Native;

/// <summary>Where one can be a member, as documents write it: <c>organization/org-research</c>.</summary>
public readonly record struct Place(ScopeKind Kind, string Id)
{
    public static Place Account(string id) => new(ScopeKind.Account, id);

    public static Place Organization(string id) => new(ScopeKind.Organization, id);

    public static Place Group(string id) => new(ScopeKind.Group, id);

    public static Place Connector(string id) => new(ScopeKind.Connector, id);

    public static Place Team(string id) => new(ScopeKind.Team, id);

    public override string ToString() => $"{Kind}/{Id}";
}
