using Roster.Sdk.Transport;

namespace Roster.Sdk.Fivetran;

public sealed partial class Teams
{
    /// <summary><c>get_team_memberships_in_groups</c></summary>
    public Paged<Membership> GetMembershipsInGroupsAsync(string teamId, int? pageSize = null, CancellationToken cancellationToken = default) => _calls.List(
        cursor => Call.Get($"/v1/teams/{teamId}/groups").Page(pageSize, cursor), FivetranJson.Default.Membership, cancellationToken);

    /// <summary><c>add_team_membership_in_group</c></summary>
    /// <param name="role">A role of scope <c>DESTINATION</c>.</param>
    public Task<Membership> AddMembershipInGroupAsync(string teamId, string groupId, string role, CancellationToken cancellationToken = default) => _calls.AskAsync(
        Call.Post($"/v1/teams/{teamId}/groups").WithBody(new NewMembership(groupId, role), FivetranRequests.Default.NewMembership),
        FivetranJson.Default.Membership,
        cancellationToken);

    /// <summary><c>get_team_membership_in_group</c></summary>
    public Task<Membership> GetMembershipInGroupAsync(string teamId, string groupId, CancellationToken cancellationToken = default) =>
        _calls.AskAsync(Call.Get($"/v1/teams/{teamId}/groups/{groupId}"), FivetranJson.Default.Membership, cancellationToken);

    /// <summary><c>update_team_membership_in_group</c></summary>
    /// <returns>The membership as it is now; null from a server that doesn't tell.</returns>
    public Task<Membership?> UpdateMembershipInGroupAsync(
        string teamId, string groupId, string role, CancellationToken cancellationToken = default) => _calls.TellAsync(
            Call.Patch($"/v1/teams/{teamId}/groups/{groupId}").WithBody(new NewRole(role), FivetranRequests.Default.NewRole),
            FivetranJson.Default.Membership,
            cancellationToken);

    /// <summary><c>delete_team_membership_in_group</c></summary>
    public Task<Acknowledgement> DeleteMembershipInGroupAsync(string teamId, string groupId, CancellationToken cancellationToken = default) =>
        _calls.AcknowledgeAsync(Call.Delete($"/v1/teams/{teamId}/groups/{groupId}"), cancellationToken);

    /// <summary><c>get_team_memberships_in_connectors</c></summary>
    public Paged<Membership> GetMembershipsInConnectorsAsync(string teamId, int? pageSize = null, CancellationToken cancellationToken = default) => _calls.List(
        cursor => Call.Get($"/v1/teams/{teamId}/{_connections}").Page(pageSize, cursor), FivetranJson.Default.Membership, cancellationToken);

    /// <summary><c>add_team_membership_in_connector</c></summary>
    /// <param name="role">A role of scope <c>CONNECTOR</c>.</param>
    public Task<Membership> AddMembershipInConnectorAsync(string teamId, string connectorId, string role, CancellationToken cancellationToken = default) => _calls.AskAsync(
        Call.Post($"/v1/teams/{teamId}/{_connections}").WithBody(new NewMembership(connectorId, role), FivetranRequests.Default.NewMembership),
        FivetranJson.Default.Membership,
        cancellationToken);

    /// <summary><c>get_team_membership_in_connector</c></summary>
    public Task<Membership> GetMembershipInConnectorAsync(string teamId, string connectorId, CancellationToken cancellationToken = default) =>
        _calls.AskAsync(Call.Get($"/v1/teams/{teamId}/{_connections}/{connectorId}"), FivetranJson.Default.Membership, cancellationToken);

    /// <summary><c>update_team_membership_in_connector</c></summary>
    /// <returns>The membership as it is now; null from a server that doesn't tell.</returns>
    public Task<Membership?> UpdateMembershipInConnectorAsync(
        string teamId, string connectorId, string role, CancellationToken cancellationToken = default) => _calls.TellAsync(
            Call.Patch($"/v1/teams/{teamId}/{_connections}/{connectorId}").WithBody(new NewRole(role), FivetranRequests.Default.NewRole),
            FivetranJson.Default.Membership,
            cancellationToken);

    /// <summary><c>delete_team_membership_in_connector</c></summary>
    public Task<Acknowledgement> DeleteMembershipInConnectorAsync(string teamId, string connectorId, CancellationToken cancellationToken = default) =>
        _calls.AcknowledgeAsync(Call.Delete($"/v1/teams/{teamId}/{_connections}/{connectorId}"), cancellationToken);
}
