using Roster.Sdk.Transport;

namespace Roster.Sdk.Fivetran;

public sealed partial class UserManagement
{
    /// <summary><c>get_user_memberships_in_groups</c>: those that were given; none that comes of the role in the account.</summary>
    public Paged<Membership> GetUserMembershipsInGroupsAsync(string userId, int? pageSize = null, CancellationToken cancellationToken = default) => _calls.List(
        cursor => Call.Get($"/v1/users/{userId}/groups").Page(pageSize, cursor), FivetranJson.Default.Membership, cancellationToken);

    /// <summary><c>add_user_membership_in_group</c></summary>
    /// <param name="role">A role of scope <c>DESTINATION</c>.</param>
    public Task<Membership> AddUserMembershipInGroupAsync(string userId, string groupId, string role, CancellationToken cancellationToken = default) => _calls.AskAsync(
        Call.Post($"/v1/users/{userId}/groups").WithBody(new NewMembership(groupId, role), FivetranRequests.Default.NewMembership),
        FivetranJson.Default.Membership,
        cancellationToken);

    /// <summary><c>get_user_membership_in_group</c></summary>
    public Task<Membership> GetUserMembershipInGroupAsync(string userId, string groupId, CancellationToken cancellationToken = default) =>
        _calls.AskAsync(Call.Get($"/v1/users/{userId}/groups/{groupId}"), FivetranJson.Default.Membership, cancellationToken);

    /// <summary><c>update_user_membership_in_group</c>, which the service answers without the membership.</summary>
    public Task<Acknowledgement> UpdateUserMembershipInGroupAsync(
        string userId, string groupId, string role, CancellationToken cancellationToken = default) => _calls.AcknowledgeAsync(
            Call.Patch($"/v1/users/{userId}/groups/{groupId}").WithBody(new NewRole(role), FivetranRequests.Default.NewRole), cancellationToken);

    /// <summary><c>delete_user_membership_in_group</c></summary>
    public Task<Acknowledgement> DeleteUserMembershipInGroupAsync(string userId, string groupId, CancellationToken cancellationToken = default) =>
        _calls.AcknowledgeAsync(Call.Delete($"/v1/users/{userId}/groups/{groupId}"), cancellationToken);
}
