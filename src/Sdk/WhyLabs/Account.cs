using Roster.Sdk.Transport;

namespace Roster.Sdk.WhyLabs;

/// <summary>The users of an account, its managed organizations, and the memberships in both.</summary>
public sealed class Account
{
    private readonly Calls _calls;

    internal Account(Calls calls) => _calls = calls;

    /// <summary><c>GetAccountMemberships</c>: by organization and role.</summary>
    public Task<IReadOnlyList<OrganizationRoleMembers>> GetMembershipsAsync(
        string orgId, MembershipFilter? filter = null, CancellationToken cancellationToken = default) => _calls.AskAllAsync(
            Call.Get($"/v0/accounts/org/{orgId}/memberships")
                .With("user_id", filter?.UserId)
                .With("managed_org_id", filter?.ManagedOrgId)
                .With("role", filter?.Role?.Value),
            WhyLabsJson.Default.OrganizationRoleMembers,
            cancellationToken);

    /// <summary>
    /// <c>PutOrganizationMemberships</c>: the role in the organization has these members and no others. Members of other roles who are listed are moved;
    /// the hosted service also removes those who are not.
    /// </summary>
    /// <param name="managedOrgId">A managed organization, or the account's own.</param>
    public Task<StatusResponse> ReplaceMembershipsAsync(
        string orgId, string managedOrgId, Role role, IReadOnlyList<string> userIds, CancellationToken cancellationToken = default) => _calls.AskAsync(
            In(Call.Put($"/v0/accounts/org/{orgId}/memberships"), managedOrgId, role)
                .WithBody(new WantedMembers(userIds), WhyLabsRequests.Default.WantedMembers),
            WhyLabsJson.Default.StatusResponse,
            cancellationToken);

    /// <summary><c>PatchOrganizationMemberships</c></summary>
    /// <param name="managedOrgId">A managed organization, or the account's own.</param>
    public Task<StatusResponse> PatchMembershipsAsync(
        string orgId,
        string managedOrgId,
        Role role,
        IReadOnlyList<string> userIdsToAdd,
        IReadOnlyList<string> userIdsToDelete,
        CancellationToken cancellationToken = default) => _calls.AskAsync(
            In(Call.Patch($"/v0/accounts/org/{orgId}/memberships"), managedOrgId, role)
                .WithBody(new MemberChanges(userIdsToAdd, userIdsToDelete), WhyLabsRequests.Default.MemberChanges),
            WhyLabsJson.Default.StatusResponse,
            cancellationToken);

    /// <summary><c>ListManagedOrganizations</c></summary>
    public Task<IReadOnlyList<AccountOrganization>> ListManagedOrganizationsAsync(string orgId, CancellationToken cancellationToken = default) =>
        _calls.AskAllAsync(Call.Get($"/v0/accounts/org/{orgId}/organizations"), WhyLabsJson.Default.AccountOrganization, cancellationToken);

    /// <summary><c>UpdateAccountUser</c></summary>
    public Task<AccountUser> UpdateUserAsync(string orgId, string userId, AccountUserUpdate update, CancellationToken cancellationToken = default) => _calls.AskAsync(
        Call.Put($"/v0/accounts/org/{orgId}/user").With("user_id", userId).WithBody(update, WhyLabsRequests.Default.AccountUserUpdate),
        WhyLabsJson.Default.AccountUser,
        cancellationToken);

    /// <summary><c>CreateAccountUser</c></summary>
    public Task<AccountUser> CreateUserAsync(string orgId, NewAccountUser user, CancellationToken cancellationToken = default) => _calls.AskAsync(
        Call.Post($"/v0/accounts/org/{orgId}/user").WithBody(user, WhyLabsRequests.Default.NewAccountUser),
        WhyLabsJson.Default.AccountUser,
        cancellationToken);

    /// <summary><c>GetAccountUserByEmail</c></summary>
    public Task<AccountUser> GetUserByEmailAsync(string orgId, string email, CancellationToken cancellationToken = default) =>
        _calls.AskAsync(Call.Get($"/v0/accounts/org/{orgId}/user/email").With("email", email), WhyLabsJson.Default.AccountUser, cancellationToken);

    /// <summary><c>GetAccountUserById</c></summary>
    public Task<AccountUser> GetUserByIdAsync(string orgId, string userId, CancellationToken cancellationToken = default) =>
        _calls.AskAsync(Call.Get($"/v0/accounts/org/{orgId}/user/id").With("user_id", userId), WhyLabsJson.Default.AccountUser, cancellationToken);

    /// <summary><c>DeleteAccountUser</c>: with all memberships. The same address made again has the same id, and nothing else of before.</summary>
    public Task<Response> DeleteUserAsync(string orgId, string userId, CancellationToken cancellationToken = default) =>
        _calls.AskAsync(Call.Delete($"/v0/accounts/org/{orgId}/user/{userId}"), WhyLabsJson.Default.Response, cancellationToken);

    /// <summary><c>ListAccountUsers</c>: inactive ones too.</summary>
    public Task<IReadOnlyList<AccountUser>> ListUsersAsync(string orgId, CancellationToken cancellationToken = default) =>
        _calls.AskAllAsync(Call.Get($"/v0/accounts/org/{orgId}/users"), WhyLabsJson.Default.AccountUser, cancellationToken);

    private static Call In(Call call, string managedOrgId, Role role) => call.With("managed_org_id", managedOrgId).With("role", role.Value);
}
