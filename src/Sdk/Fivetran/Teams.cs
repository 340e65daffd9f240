using Roster.Sdk.Transport;

namespace Roster.Sdk.Fivetran;

/// <summary>The teams of the account, who is in them, and their memberships in groups and connections.</summary>
public sealed partial class Teams
{
    private readonly Calls _calls;
    private readonly string _connections;

    /// <param name="connections">The path segment of connections.</param>
    internal Teams(Calls calls, string connections) => (_calls, _connections) = (calls, connections);

    /// <summary><c>list_all_teams</c></summary>
    public Paged<Team> ListAllAsync(int? pageSize = null, CancellationToken cancellationToken = default) =>
        _calls.List(cursor => Call.Get($"/v1/teams").Page(pageSize, cursor), FivetranJson.Default.Team, cancellationToken);

    /// <summary><c>create_team</c></summary>
    public Task<Team> CreateAsync(NewTeam team, CancellationToken cancellationToken = default) => _calls.AskAsync(
        Call.Post($"/v1/teams").WithBody(team, FivetranRequests.Default.NewTeam), FivetranJson.Default.Team, cancellationToken);

    /// <summary><c>team_details</c></summary>
    public Task<Team> GetDetailsAsync(string teamId, CancellationToken cancellationToken = default) =>
        _calls.AskAsync(Call.Get($"/v1/teams/{teamId}"), FivetranJson.Default.Team, cancellationToken);

    /// <summary><c>modify_team</c></summary>
    public Task<Team> ModifyAsync(string teamId, TeamChange change, CancellationToken cancellationToken = default) => _calls.AskAsync(
        Call.Patch($"/v1/teams/{teamId}").WithBody(change, FivetranRequests.Default.TeamChange), FivetranJson.Default.Team, cancellationToken);

    /// <summary><c>delete_team</c></summary>
    public Task<Acknowledgement> DeleteAsync(string teamId, CancellationToken cancellationToken = default) =>
        _calls.AcknowledgeAsync(Call.Delete($"/v1/teams/{teamId}"), cancellationToken);

    /// <summary><c>delete_team_membership_in_account</c>: takes the role in the account away.</summary>
    public Task<Acknowledgement> DeleteMembershipInAccountAsync(string teamId, CancellationToken cancellationToken = default) =>
        _calls.AcknowledgeAsync(Call.Delete($"/v1/teams/{teamId}/role"), cancellationToken);

    /// <summary><c>list_users_in_team</c></summary>
    /// <param name="active">Only the active ones, or only the suspended.</param>
    public Paged<TeamMember> ListUsersAsync(
        string teamId, bool? active = null, int? pageSize = null, CancellationToken cancellationToken = default) => _calls.List(
            cursor => Call.Get($"/v1/teams/{teamId}/users").With("active", active).Page(pageSize, cursor), FivetranJson.Default.TeamMember, cancellationToken);

    /// <summary><c>add_user_to_team</c></summary>
    /// <param name="role">A role of scope <c>TEAM</c>; <c>Team Member</c> where none is given.</param>
    public Task<TeamMember> AddUserAsync(string teamId, string userId, string? role = null, CancellationToken cancellationToken = default) => _calls.AskAsync(
        Call.Post($"/v1/teams/{teamId}/users").WithBody(new NewTeamMember(userId, role), FivetranRequests.Default.NewTeamMember),
        FivetranJson.Default.TeamMember,
        cancellationToken);

    /// <summary><c>get_user_in_team</c></summary>
    public Task<TeamMember> GetUserAsync(string teamId, string userId, CancellationToken cancellationToken = default) =>
        _calls.AskAsync(Call.Get($"/v1/teams/{teamId}/users/{userId}"), FivetranJson.Default.TeamMember, cancellationToken);

    /// <summary><c>update_user_membership_in_team</c></summary>
    /// <returns>The user's place in the team as it is now; null from a server that doesn't tell.</returns>
    public Task<TeamMember?> UpdateUserAsync(string teamId, string userId, string role, CancellationToken cancellationToken = default) => _calls.TellAsync(
        Call.Patch($"/v1/teams/{teamId}/users/{userId}").WithBody(new NewRole(role), FivetranRequests.Default.NewRole),
        FivetranJson.Default.TeamMember,
        cancellationToken);

    /// <summary><c>delete_user_from_team</c></summary>
    public Task<Acknowledgement> RemoveUserAsync(string teamId, string userId, CancellationToken cancellationToken = default) =>
        _calls.AcknowledgeAsync(Call.Delete($"/v1/teams/{teamId}/users/{userId}"), cancellationToken);
}
