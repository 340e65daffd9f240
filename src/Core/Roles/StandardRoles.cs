using Roster.Core.Access.Granting;
using Roster.Core.Scopes;

namespace Roster.Core.Roles;

/// <summary>The roles that come with the product. A deprecated name is a role of its own with the rights of the name that replaced it.</summary>
public static class StandardRoles
{
    /// <summary>Current names first, so that who reads only the first sees one.</summary>
    public static IReadOnlyList<Role> All { get; } =
    [
        Account("Account Administrator", "Manages everything in the account.", Level.Admin, cascades: true),
        Account("Account Analyst", "Works with all groups and connectors.", Level.Member, cascades: true),
        Account("Account Reviewer", "Sees all groups and connectors.", Level.Viewer, cascades: true),
        Account("Account Billing", "Sees usage and billing.", Level.Viewer, cascades: false),
        Account("Destination Creator", "Creates groups and manages those.", Level.Member, cascades: false),
        Make("Manage Destination", "Manages a group and its connectors.", ScopeKind.Group, Level.Admin),
        Make("Edit Destination", "Works with a group and its connectors.", ScopeKind.Group, Level.Member),
        Make("Create Connection", "Creates connectors in a group.", ScopeKind.Group, Level.Member),
        Make("View Destination", "Sees a group and its connectors.", ScopeKind.Group, Level.Viewer),
        Make("Manage Connection", "Manages a connector.", ScopeKind.Connector, Level.Admin),
        Make("Edit Connection", "Works with a connector.", ScopeKind.Connector, Level.Member),
        Make("View Connection", "Sees a connector.", ScopeKind.Connector, Level.Viewer),
        Make("Team Manager", "Manages a team.", ScopeKind.Team, Level.Admin),
        Make("Team Member", "Belongs to a team.", ScopeKind.Team, Level.Member),
        Make("Organization Admin", "Manages an organization.", ScopeKind.Organization, Level.Admin),
        Make("Organization Member", "Works in an organization.", ScopeKind.Organization, Level.Member),
        Make("Organization Viewer", "Sees an organization.", ScopeKind.Organization, Level.Viewer),
        Deprecated("Owner", "Account Administrator", ScopeKind.Account, Level.Admin, cascades: true),
        Deprecated("Billing", "Account Billing", ScopeKind.Account, Level.Viewer),
        Deprecated("Destination Administrator", "Manage Destination", ScopeKind.Group, Level.Admin),
        Deprecated("Destination Analyst", "Edit Destination", ScopeKind.Group, Level.Member),
        Deprecated("Connector Creator", "Create Connection", ScopeKind.Group, Level.Member),
        Deprecated("Destination Reviewer", "View Destination", ScopeKind.Group, Level.Viewer),
        Deprecated("Connector Administrator", "Manage Connection", ScopeKind.Connector, Level.Admin),
        Deprecated("Connector Collaborator", "Edit Connection", ScopeKind.Connector, Level.Member),
        Deprecated("Connector Reviewer", "View Connection", ScopeKind.Connector, Level.Viewer),
    ];

    private static readonly Dictionary<string, Role> ByName = All.ToDictionary(role => role.Name, StringComparer.Ordinal);

    /// <summary>The role of exactly that name, or null.</summary>
    public static Role? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>What a level written through WhyLabs or SCIM gives in the account or an organization (design §4).</summary>
    public static Role OfLevel(ScopeKind kind, Level level) => ByName[(kind, level) switch
    {
        (ScopeKind.Account, Level.Admin) => "Account Administrator",
        (ScopeKind.Account, Level.Member) => "Account Analyst",
        (ScopeKind.Account, Level.Viewer) => "Account Reviewer",
        (ScopeKind.Organization, Level.Admin) => "Organization Admin",
        (ScopeKind.Organization, Level.Member) => "Organization Member",
        (ScopeKind.Organization, Level.Viewer) => "Organization Viewer",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), $"No standard role of level {level} in a scope of kind {kind}."),
    }];

    private static Role Account(string name, string description, Level level, bool cascades) =>
        Make(name, description, ScopeKind.Account, level) with { Cascades = cascades };

    private static Role Deprecated(string name, string current, ScopeKind kind, Level level, bool cascades = false) =>
        Make(name, $"The former name of {current}.", kind, level) with
        {
            Cascades = cascades,
            ReplacedBy = current,
            Permissions = PermissionsOf(current, level),
        };

    private static Role Make(string name, string description, ScopeKind kind, Level level) =>
        new(name, description, [kind], level, PermissionsOf(name, level));

    private static Grant[] PermissionsOf(string name, Level level) => (name, level) switch
    {
        ("Account Administrator", _) => StandardPermissions.Owner,
        ("Account Billing", _) => StandardPermissions.Billing,
        ("Destination Creator", _) => StandardPermissions.GroupMaker,
        ("Create Connection", _) => StandardPermissions.ConnectorMaker,
        (_, Level.Admin) => StandardPermissions.Manager,
        (_, Level.Member) => StandardPermissions.Editor,
        _ => StandardPermissions.Reader,
    };
}
