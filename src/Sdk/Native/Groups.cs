using Roster.Sdk.Transport;

namespace Roster.Sdk.Native;

/// <summary>The groups of the account.</summary>
public sealed class Groups
{
    private readonly Calls _calls;

    internal Groups(Calls calls) => _calls = calls;

    /// <summary>In the order in which they were created.</summary>
    public Paged<Group> ListAsync(int? pageSize = null, CancellationToken cancellationToken = default) => _calls.List(
        cursor => Call.Get($"/api/groups").Page(pageSize, cursor), NativeJson.Default.Group, cancellationToken);

    public Task<Group> GetAsync(string id, CancellationToken cancellationToken = default) =>
        _calls.AskAsync(Call.Get($"/api/groups/{id}"), NativeJson.Default.Group, cancellationToken);

    /// <param name="id">An id of one's own.</param>
    public Task<Group> CreateAsync(string name, string? id = null, WriteOptions? options = null, CancellationToken cancellationToken = default) => _calls.AskAsync(
        Call.Post($"/api/groups").WithBody(new NewScope(name, null, null, id), NativeRequests.Default.NewScope).As(options),
        NativeJson.Default.Group,
        cancellationToken);

    public Task<Group> RenameAsync(string id, string name, WriteOptions? options = null, CancellationToken cancellationToken = default) => _calls.AskAsync(
        Call.Patch($"/api/groups/{id}").WithBody(new Renaming(name), NativeRequests.Default.Renaming).As(options),
        NativeJson.Default.Group,
        cancellationToken);

    /// <summary>With all memberships in it. One that still has connectors is not deleted.</summary>
    public Task DeleteAsync(string id, WriteOptions? options = null, CancellationToken cancellationToken = default) =>
        _calls.DoAsync(Call.Delete($"/api/groups/{id}").As(options), cancellationToken);
}
