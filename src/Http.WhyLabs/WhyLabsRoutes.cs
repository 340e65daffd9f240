using Roster.Core.Keys;
using Roster.Http.WhyLabs.Keys;
using Roster.Http.WhyLabs.Memberships;
using Roster.Http.WhyLabs.Organizations;
using Roster.Http.WhyLabs.Users;

namespace Roster.Http.WhyLabs;

/// <summary>All that this dialect answers.</summary>
internal static class WhyLabsRoutes
{
    private const string Account = "/v0/accounts/org/{org_id}";
    private const string Membership = "/v0/organizations/{org_id}/membership";

    public static IReadOnlyList<Route> Of(
        AccountUsers users,
        AccountMemberships memberships,
        OrganizationMemberships own,
        ManagedOrganizations organizations,
        ApiKeys keys) =>
    [
        new("GET", Account + "/memberships", OwnAccount.InPath(Grants.Read, memberships.ListAsync), Keeps: true),
        new("PUT", Account + "/memberships", OwnAccount.InPath(Grants.Provision, memberships.PutAsync)),
        new("PATCH", Account + "/memberships", OwnAccount.InPath(Grants.Provision, memberships.PatchAsync)),
        new("GET", Account + "/organizations", OwnAccount.InPath(Grants.Read, organizations.ListInAccountAsync), Keeps: true),
        new("PUT", Account + "/user", OwnAccount.InPath(Grants.Provision, users.UpdateAsync)),
        new("POST", Account + "/user", OwnAccount.InPath(Grants.Provision, users.CreateAsync)),
        new("GET", Account + "/user/email", OwnAccount.InPath(Grants.Read, users.GetByEmailAsync), Keeps: true),
        new("GET", Account + "/user/id", OwnAccount.InPath(Grants.Read, users.GetByIdAsync), Keeps: true),
        new("DELETE", Account + "/user/{user_id}", OwnAccount.InPath(Grants.Provision, users.DeleteAsync)),
        new("GET", Account + "/users", OwnAccount.InPath(Grants.Read, users.ListAsync), Keeps: true),

        new("GET", Membership, OwnAccount.InPath(Grants.Read, own.ListAsync), Keeps: true),
        new("POST", Membership, OwnAccount.InPath(Grants.Provision, own.CreateAsync)),
        new("PUT", Membership, OwnAccount.InPath(Grants.Provision, own.UpdateAsync)),
        new("DELETE", Membership, OwnAccount.InPath(Grants.Provision, own.RemoveAsync)),

        // None of these is kept: a kept answer would be given before the header is looked at.
        new("GET", "/v1/organizations/managed-organizations", OwnAccount.InHeader(Grants.None, organizations.ListAsync)),
        new("POST", "/v1/organizations/managed-organization", OwnAccount.InHeader(Grants.Admin, organizations.CreateAsync)),
        new("GET", "/v1/api-key/validate", OwnAccount.InHeader(Grants.None, ApiKeys.ValidateAsync)),
        new("GET", "/v1/api-key", OwnAccount.InHeader(Grants.Read, keys.ListAsync)),
        new("POST", "/v1/api-key", OwnAccount.InHeader(Grants.Admin, keys.GenerateAsync)),
        new("DELETE", "/v1/api-key", OwnAccount.InHeader(Grants.Admin, keys.RevokeAsync)),
    ];
}
