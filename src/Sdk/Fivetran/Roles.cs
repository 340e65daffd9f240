using Roster.Sdk.Transport;

namespace Roster.Sdk.Fivetran;

/// <summary>The roles that can be given.</summary>
public sealed class Roles
{
    private readonly Calls _calls;

    internal Roles(Calls calls) => _calls = calls;

    /// <summary><c>list_all_roles</c>: standard and custom ones.</summary>
    public Paged<Role> ListAllAsync(int? pageSize = null, CancellationToken cancellationToken = default) =>
        _calls.List(cursor => Call.Get($"/v1/roles").Page(pageSize, cursor), FivetranJson.Default.Role, cancellationToken);
}
