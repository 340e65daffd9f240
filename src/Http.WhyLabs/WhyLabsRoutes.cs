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
        new("GET", Account + "/memberships", OwnAccount.InPath(memberships.ListAsync), Keeps: true),
        new("PUT", Account + "/memberships", OwnAccount.InPath(memberships.PutAsync)),
        new("PATCH", Account + "/memberships", OwnAccount.InPath(memberships.PatchAsync)),
        new("GET", Account + "/organizations", OwnAccount.InPath(organizations.ListInAccountAsync), Keeps: true),
        new("PUT", Account + "/user", OwnAccount.InPath(users.UpdateAsync)),
        new("POST", Account + "/user", OwnAccount.InPath(users.CreateAsync)),
        new("GET", Account + "/user/email", OwnAccount.InPath(users.GetByEmailAsync), Keeps: true),
        new("GET", Account + "/user/id", OwnAccount.InPath(users.GetByIdAsync), Keeps: true),
        new("DELETE", Account + "/user/{user_id}", OwnAccount.InPath(users.DeleteAsync)),
        new("GET", Account + "/users", OwnAccount.InPath(users.ListAsync), Keeps: true),

        new("GET", Membership, OwnAccount.InPath(own.ListAsync), Keeps: true),
        new("POST", Membership, OwnAccount.InPath(own.CreateAsync)),
        new("PUT", Membership, OwnAccount.InPath(own.UpdateAsync)),
        new("DELETE", Membership, OwnAccount.InPath(own.RemoveAsync)),

        // None of these is kept: a kept answer would be given before the header is looked at.
        new("GET", "/v1/organizations/managed-organizations", OwnAccount.InHeader(organizations.ListAsync)),
        new("POST", "/v1/organizations/managed-organization", OwnAccount.InHeader(organizations.CreateAsync)),
        new("GET", "/v1/api-key/validate", OwnAccount.InHeader(ApiKeys.ValidateAsync)),
        new("GET", "/v1/api-key", OwnAccount.InHeader(keys.ListAsync)),
        new("POST", "/v1/api-key", OwnAccount.InHeader(keys.GenerateAsync)),
        new("DELETE", "/v1/api-key", OwnAccount.InHeader(keys.RevokeAsync)),
    ];
}
