using Roster.Sdk.Transport;

namespace Roster.Sdk.Native;

/// <summary>The roles that can be given, and those among them that are the account's own.</summary>
public sealed class Roles
{
    private readonly Calls _calls;

    internal Roles(Calls calls) => _calls = calls;

    public Paged<Role> ListAsync(CancellationToken cancellationToken = default) =>
        _calls.List(cursor => Call.Get($"/api/roles").With("cursor", cursor), NativeJson.Default.Role, cancellationToken);

    public Task<Role> GetAsync(string name, CancellationToken cancellationToken = default) =>
        _calls.AskAsync(Call.Get($"/api/roles/{name}"), NativeJson.Default.Role, cancellationToken);

    /// <summary>Gives the account a role of its own.</summary>
    public Task<Role> DefineAsync(NewRole role, WriteOptions? options = null, CancellationToken cancellationToken = default) => _calls.AskAsync(
        Call.Post($"/api/roles").WithBody(role, NativeRequests.Default.NewRole).As(options), NativeJson.Default.Role, cancellationToken);

    /// <summary>Only a role of the account's own; where somebody holds it, its level and kinds stay.</summary>
    public Task<Role> RedefineAsync(string name, RoleChange change, WriteOptions? options = null, CancellationToken cancellationToken = default) => _calls.AskAsync(
        Call.Patch($"/api/roles/{name}").WithBody(change, NativeRequests.Default.RoleChange).As(options), NativeJson.Default.Role, cancellationToken);

    /// <summary>Only a role of the account's own that nobody holds.</summary>
    public Task RemoveAsync(string name, WriteOptions? options = null, CancellationToken cancellationToken = default) =>
        _calls.DoAsync(Call.Delete($"/api/roles/{name}").As(options), cancellationToken);
}
