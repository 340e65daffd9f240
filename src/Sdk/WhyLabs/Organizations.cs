using Roster.Sdk.Transport;

namespace Roster.Sdk.WhyLabs;

/// <summary>The organizations that the key's own manages, and the members of one organization.</summary>
public sealed class Organizations
{
    private readonly Calls _calls;

    internal Organizations(Calls calls) => _calls = calls;

    /// <summary><c>GetManagedOrganizations</c></summary>
    public Task<IReadOnlyList<ManagedOrganization>> ListManagedAsync(CancellationToken cancellationToken = default) =>
        _calls.AskAllAsync(Call.Get($"/v1/organizations/managed-organizations"), WhyLabsJson.Default.ManagedOrganization, cancellationToken);

    /// <summary><c>CreateManagedOrganization</c></summary>
    public Task<ManagedOrganization> CreateManagedAsync(string name, CancellationToken cancellationToken = default) => _calls.AskAsync(
        Call.Post($"/v1/organizations/managed-organization").WithBody(new NewOrganization(name), WhyLabsRequests.Default.NewOrganization),
        WhyLabsJson.Default.ManagedOrganization,
        cancellationToken);

    /// <summary><c>ListOrganizationMemberships</c></summary>
    public Task<IReadOnlyList<OrganizationMembership>> ListMembershipsAsync(string orgId, CancellationToken cancellationToken = default) =>
        _calls.AskAllAsync(Call.Get($"/v0/organizations/{orgId}/membership"), WhyLabsJson.Default.OrganizationMembership, cancellationToken);

    /// <summary><c>CreateOrganizationMembership</c></summary>
    public Task<OrganizationMembership> CreateMembershipAsync(
        string orgId, string email, Role role, bool? setDefault = null, CancellationToken cancellationToken = default) => _calls.AskAsync(
            Call.Post($"/v0/organizations/{orgId}/membership").With("email", email).With("role", role.Value).With("set_default", setDefault),
            WhyLabsJson.Default.OrganizationMembership,
            cancellationToken);

    /// <summary><c>UpdateOrganizationMembership</c></summary>
    public Task<OrganizationMembership> UpdateMembershipAsync(string orgId, string email, Role role, CancellationToken cancellationToken = default) => _calls.AskAsync(
        Call.Put($"/v0/organizations/{orgId}/membership").With("email", email).With("role", role.Value),
        WhyLabsJson.Default.OrganizationMembership,
        cancellationToken);

    /// <summary><c>RemoveOrganizationMembership</c></summary>
    public Task RemoveMembershipAsync(string orgId, string email, CancellationToken cancellationToken = default) =>
        _calls.DoAsync(Call.Delete($"/v0/organizations/{orgId}/membership").With("email", email), cancellationToken);
}
