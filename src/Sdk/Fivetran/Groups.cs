using Roster.Sdk.Transport;

namespace Roster.Sdk.Fivetran;

/// <summary>The groups of the account, and who reaches them.</summary>
public sealed class Groups
{
    private readonly Calls _calls;
    private readonly string _connections;

    internal Groups(Calls calls, string connections) => (_calls, _connections) = (calls, connections);

    /// <summary><c>list_all_groups</c></summary>
    public Paged<Group> ListAllAsync(int? pageSize = null, CancellationToken cancellationToken = default) =>
        _calls.List(cursor => Call.Get($"/v1/groups").Page(pageSize, cursor), FivetranJson.Default.Group, cancellationToken);

    /// <summary><c>create_group</c>: the key's user becomes a member of it.</summary>
    public Task<Group> CreateAsync(string name, CancellationToken cancellationToken = default) => _calls.AskAsync(
        Call.Post($"/v1/groups").WithBody(new NamedGroup(name), FivetranRequests.Default.NamedGroup), FivetranJson.Default.Group, cancellationToken);

    /// <summary><c>group_details</c></summary>
    public Task<Group> GetDetailsAsync(string groupId, CancellationToken cancellationToken = default) =>
        _calls.AskAsync(Call.Get($"/v1/groups/{groupId}"), FivetranJson.Default.Group, cancellationToken);

    /// <summary><c>modify_group</c></summary>
    public Task<Group> ModifyAsync(string groupId, string name, CancellationToken cancellationToken = default) => _calls.AskAsync(
        Call.Patch($"/v1/groups/{groupId}").WithBody(new NamedGroup(name), FivetranRequests.Default.NamedGroup), FivetranJson.Default.Group, cancellationToken);

    /// <summary><c>delete_group</c></summary>
    public Task<Acknowledgement> DeleteAsync(string groupId, CancellationToken cancellationToken = default) =>
        _calls.AcknowledgeAsync(Call.Delete($"/v1/groups/{groupId}"), cancellationToken);

    /// <summary><c>list_all_users_in_group</c>: its members with their role there, and without one who reaches it through the account.</summary>
    public Paged<User> ListUsersAsync(string groupId, bool? active = null, int? pageSize = null, CancellationToken cancellationToken = default) => _calls.List(
        cursor => Call.Get($"/v1/groups/{groupId}/users").With("active", active).Page(pageSize, cursor), FivetranJson.Default.User, cancellationToken);

    /// <summary><c>add_user_to_group</c>: somebody who is a user of the account already.</summary>
    public Task<Acknowledgement> AddUserAsync(string groupId, string email, string role, CancellationToken cancellationToken = default) => _calls.AcknowledgeAsync(
        Call.Post($"/v1/groups/{groupId}/users").WithBody(new NewGroupUser(email, role), FivetranRequests.Default.NewGroupUser), cancellationToken);

    /// <summary><c>delete_user_from_group</c></summary>
    public Task<Acknowledgement> RemoveUserAsync(string groupId, string userId, CancellationToken cancellationToken = default) =>
        _calls.AcknowledgeAsync(Call.Delete($"/v1/groups/{groupId}/users/{userId}"), cancellationToken);

    /// <summary><c>list_all_connectors_in_group</c></summary>
    public Paged<Connection> ListConnectionsAsync(
        string groupId, string? schema = null, int? pageSize = null, CancellationToken cancellationToken = default) => _calls.List(
            cursor => Call.Get($"/v1/groups/{groupId}/{_connections}").With("schema", schema).Page(pageSize, cursor),
            FivetranJson.Default.Connection,
            cancellationToken);

    /// <summary>The group's SSH public key; empty where there is none.</summary>
    public async Task<string> GetPublicKeyAsync(string groupId, CancellationToken cancellationToken = default) =>
        (await _calls.AskAsync(Call.Get($"/v1/groups/{groupId}/public-key"), FivetranJson.Default.GroupPublicKey, cancellationToken)).PublicKey ?? "";

    /// <summary>The group's service account; empty where there is none.</summary>
    public async Task<string> GetServiceAccountAsync(string groupId, CancellationToken cancellationToken = default) =>
        (await _calls.AskAsync(Call.Get($"/v1/groups/{groupId}/service-account"), FivetranJson.Default.GroupServiceAccount, cancellationToken)).ServiceAccount ?? "";
}
