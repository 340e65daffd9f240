using Roster.Core.Access.Granting;

namespace Roster.Core.Roles;

/// <summary>What the roles that come with the product permit. The names are public: applications ask for them.</summary>
internal static class StandardPermissions
{
    private const string OnAccount = "account";
    private const string OnGroup = "group";

    public static readonly Grant[] Reader = ["read"];
    public static readonly Grant[] Editor = ["read", "write"];
    public static readonly Grant[] Manager = ["read", "write", "create", "manage"];

    /// <summary>Bills are the account's alone.</summary>
    public static readonly Grant[] Owner = ["read", "write", "create", "manage", new("bill", OnAccount)];

    /// <summary>Sees nothing of what is in the account.</summary>
    public static readonly Grant[] Billing = [new("bill", OnAccount)];

    /// <summary>Makes groups in the account, but not connectors in others' groups.</summary>
    public static readonly Grant[] GroupMaker = [new("create", OnAccount)];

    /// <summary>Sees the group and makes connectors in it.</summary>
    public static readonly Grant[] ConnectorMaker = ["read", new("create", OnGroup)];
}
