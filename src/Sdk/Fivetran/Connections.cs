using Roster.Sdk.Transport;

namespace Roster.Sdk.Fivetran;

/// <summary>The connections of the account.</summary>
public sealed class Connections
{
    private readonly Calls _calls;
    private readonly string _connections;

    internal Connections(Calls calls, string connections) => (_calls, _connections) = (calls, connections);

    public Paged<Connection> ListAllAsync(
        string? groupId = null, string? schema = null, int? pageSize = null, CancellationToken cancellationToken = default) => _calls.List(
            cursor => Call.Get($"/v1/{_connections}").With("group_id", groupId).With("schema", schema).Page(pageSize, cursor),
            FivetranJson.Default.Connection,
            cancellationToken);

    /// <summary><c>create_connector</c></summary>
    public Task<Connection> CreateAsync(NewConnection connection, CancellationToken cancellationToken = default) => _calls.AskAsync(
        Call.Post($"/v1/{_connections}").WithBody(connection, FivetranRequests.Default.NewConnection), FivetranJson.Default.Connection, cancellationToken);

    /// <summary><c>connector_details</c></summary>
    public Task<Connection> GetDetailsAsync(string connectionId, CancellationToken cancellationToken = default) =>
        _calls.AskAsync(Call.Get($"/v1/{_connections}/{connectionId}"), FivetranJson.Default.Connection, cancellationToken);

    /// <summary><c>modify_connector</c></summary>
    public Task<Connection> ModifyAsync(string connectionId, ConnectionChange change, CancellationToken cancellationToken = default) => _calls.AskAsync(
        Call.Patch($"/v1/{_connections}/{connectionId}").WithBody(change, FivetranRequests.Default.ConnectionChange),
        FivetranJson.Default.Connection,
        cancellationToken);

    /// <summary><c>delete_connector</c></summary>
    public Task<Acknowledgement> DeleteAsync(string connectionId, CancellationToken cancellationToken = default) =>
        _calls.AcknowledgeAsync(Call.Delete($"/v1/{_connections}/{connectionId}"), cancellationToken);
}
