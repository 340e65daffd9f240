using Roster.Sdk.Transport;

namespace Roster.Sdk.Native;

/// <summary>The organizations of the account.</summary>
public sealed class Organizations
{
    private readonly Calls _calls;

    internal Organizations(Calls calls) => _calls = calls;

    /// <summary>In the order in which they were created.</summary>
    public Paged<Organization> ListAsync(int? pageSize = null, CancellationToken cancellationToken = default) => _calls.List(
        cursor => Call.Get($"/api/organizations").Page(pageSize, cursor), NativeJson.Default.Organization, cancellationToken);

    public Task<Organization> GetAsync(string id, CancellationToken cancellationToken = default) =>
        _calls.AskAsync(Call.Get($"/api/organizations/{id}"), NativeJson.Default.Organization, cancellationToken);

    /// <param name="id">An id of one's own, which begins with <c>org-</c>.</param>
    public Task<Organization> CreateAsync(string name, string? id = null, WriteOptions? options = null, CancellationToken cancellationToken = default) => _calls.AskAsync(
        Call.Post($"/api/organizations").WithBody(new NewScope(name, null, null, id), NativeRequests.Default.NewScope).As(options),
        NativeJson.Default.Organization,
        cancellationToken);

    public Task<Organization> RenameAsync(string id, string name, WriteOptions? options = null, CancellationToken cancellationToken = default) => _calls.AskAsync(
        Call.Patch($"/api/organizations/{id}").WithBody(new Renaming(name), NativeRequests.Default.Renaming).As(options),
        NativeJson.Default.Organization,
        cancellationToken);

    /// <summary>With all memberships in it.</summary>
    public Task DeleteAsync(string id, WriteOptions? options = null, CancellationToken cancellationToken = default) =>
        _calls.DoAsync(Call.Delete($"/api/organizations/{id}").As(options), cancellationToken);
}
