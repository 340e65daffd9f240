using Roster.Sdk.Transport;

namespace Roster.Sdk.Native;

/// <summary>The connectors of the account.</summary>
public sealed class Connectors
{
    private readonly Calls _calls;

    internal Connectors(Calls calls) => _calls = calls;

    /// <summary>In the order in which they were created.</summary>
    /// <param name="groupId">Only those of that group.</param>
    public Paged<Connector> ListAsync(string? groupId = null, int? pageSize = null, CancellationToken cancellationToken = default) => _calls.List(
        cursor => Call.Get($"/api/connectors").With("groupId", groupId).Page(pageSize, cursor), NativeJson.Default.Connector, cancellationToken);

    public Task<Connector> GetAsync(string id, CancellationToken cancellationToken = default) =>
        _calls.AskAsync(Call.Get($"/api/connectors/{id}"), NativeJson.Default.Connector, cancellationToken);

    /// <param name="id">An id of one's own.</param>
    public Task<Connector> CreateAsync(
        string groupId, string service, string name, string? id = null, WriteOptions? options = null, CancellationToken cancellationToken = default) => _calls.AskAsync(
        Call.Post($"/api/connectors").WithBody(new NewScope(name, groupId, service, id), NativeRequests.Default.NewScope).As(options),
        NativeJson.Default.Connector,
        cancellationToken);

    public Task<Connector> RenameAsync(string id, string name, WriteOptions? options = null, CancellationToken cancellationToken = default) => _calls.AskAsync(
        Call.Patch($"/api/connectors/{id}").WithBody(new Renaming(name), NativeRequests.Default.Renaming).As(options),
        NativeJson.Default.Connector,
        cancellationToken);

    /// <summary>With all memberships in it.</summary>
    public Task DeleteAsync(string id, WriteOptions? options = null, CancellationToken cancellationToken = default) =>
        _calls.DoAsync(Call.Delete($"/api/connectors/{id}").As(options), cancellationToken);
}
