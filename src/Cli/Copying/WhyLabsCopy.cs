using Roster.Sdk;
using Roster.Sdk.WhyLabs;

namespace Roster.Cli.Copying;

/// <summary>Reads an account of WhyLabs': users, managed organizations, and the memberships in them.</summary>
internal static class WhyLabsCopy
{
    public static async Task<CopiedAccount> ReadAsync(WhyLabsClient client, string org, CancellationToken cancellationToken)
    {
        var copied = new CopiedAccount();
        foreach (var user in await client.Account.ListUsersAsync(org, cancellationToken))
        {
            copied.AddUser(user.Email, user.UserId, user.Active, ("externalId", user.ExternalId), ("userSchema", user.UserSchema));
        }

        foreach (var organization in await client.Account.ListManagedOrganizationsAsync(org, cancellationToken))
        {
            copied.AddOrganization(organization.OrgId, organization.Name);
        }

        foreach (var members in await client.Account.GetMembershipsAsync(org, cancellationToken: cancellationToken))
        {
            foreach (var member in members.Members)
            {
                AddMember(copied, org, members, member);
            }
        }

        return copied;
    }

    private static void AddMember(CopiedAccount copied, string org, OrganizationRoleMembers members, Member member)
    {
        // Somebody can be a member without being listed as a user of the account.
        if (!copied.Knows(member.Email))
        {
            copied.AddUser(member.Email, member.UserId, null);
        }

        var own = members.OrgId == org;
        copied.AddMembership(member.Email, own ? "account" : $"organization/{members.OrgId}", own ? AccountRole(members.Role) : OrganizationRole(members.Role));
    }

    /// <summary>The standard role of that level; of a level that this version does not know, the name itself, for the server to judge.</summary>
    private static string AccountRole(Role role) => role.Value switch
    {
        "ADMIN" => "Account Administrator",
        "MEMBER" => "Account Analyst",
        "VIEWER" => "Account Reviewer",
        _ => role.Value,
    };

    private static string OrganizationRole(Role role) => role.Value switch
    {
        "ADMIN" => "Organization Admin",
        "MEMBER" => "Organization Member",
        "VIEWER" => "Organization Viewer",
        _ => role.Value,
    };
}
