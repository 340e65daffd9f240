namespace Roster.Core.Keys;

/// <summary>What a key may do. The numbers are stored.</summary>
[Flags]
public enum Grants
{
    None = 0,

    /// <summary>Every GET and search.</summary>
    Read = 1,

    /// <summary><see cref="Read"/>, and users, teams, memberships and invitations.</summary>
    Provision = 2,

    /// <summary>Everything, with keys, scopes, roles and <see cref="Check"/>. WhyLabs' <c>:account_administrator</c>.</summary>
    Admin = 4,

    /// <summary>Access checks alone.</summary>
    Check = 8,
}
