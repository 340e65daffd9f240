using Roster.Sdk.Transport;

namespace Roster.Sdk.Native;

/// <summary>The roles that can be given.</summary>
public sealed class Roles
{
    private readonly Calls _calls;

    internal Roles(Calls calls) => _calls = calls;

    public Paged<Role> ListAsync(CancellationToken cancellationToken = default) =>
        _calls.List(cursor => Call.Get($"/api/roles").With("cursor", cursor), NativeJson.Default.Role, cancellationToken);
}
