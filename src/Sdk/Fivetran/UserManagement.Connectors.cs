using Roster.Sdk.Transport;

namespace Roster.Sdk.Fivetran;

public sealed partial class UserManagement
{
    /// <summary><c>get_user_memberships_in_connectors</c></summary>
    public Paged<Membership> GetUserMembershipsInConnectorsAsync(string userId, int? pageSize = null, CancellationToken cancellationToken = default) => _calls.List(
        cursor => Call.Get($"/v1/users/{userId}/{_connections}").Page(pageSize, cursor), FivetranJson.Default.Membership, cancellationToken);

    /// <summary><c>add_user_membership_in_connector</c></summary>
    /// <param name="role">A role of scope <c>CONNECTOR</c>.</param>
    public Task<Membership> AddUserMembershipInConnectorAsync(
        string userId, string connectorId, string role, CancellationToken cancellationToken = default) => _calls.AskAsync(
            Call.Post($"/v1/users/{userId}/{_connections}").WithBody(new NewMembership(connectorId, role), FivetranRequests.Default.NewMembership),
            FivetranJson.Default.Membership,
            cancellationToken);

    /// <summary><c>get_user_membership_in_connector</c></summary>
    public Task<Membership> GetUserMembershipInConnectorAsync(string userId, string connectorId, CancellationToken cancellationToken = default) =>
        _calls.AskAsync(Call.Get($"/v1/users/{userId}/{_connections}/{connectorId}"), FivetranJson.Default.Membership, cancellationToken);

    /// <summary><c>update_user_membership_in_connector</c></summary>
    /// <returns>The membership as it is now; null from a server that doesn't tell.</returns>
    public Task<Membership?> UpdateUserMembershipInConnectorAsync(
        string userId, string connectorId, string role, CancellationToken cancellationToken = default) => _calls.TellAsync(
            Call.Patch($"/v1/users/{userId}/{_connections}/{connectorId}").WithBody(new NewRole(role), FivetranRequests.Default.NewRole),
            FivetranJson.Default.Membership,
            cancellationToken);

    /// <summary><c>delete_user_membership_in_connector</c></summary>
    /// <returns>The membership as it was; null from a server that doesn't tell.</returns>
    public Task<Membership?> DeleteUserMembershipInConnectorAsync(string userId, string connectorId, CancellationToken cancellationToken = default) =>
        _calls.TellAsync(Call.Delete($"/v1/users/{userId}/{_connections}/{connectorId}"), FivetranJson.Default.Membership, cancellationToken);
}
