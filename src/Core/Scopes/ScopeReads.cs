using Roster.Core.Outcomes;
using Roster.Core.Storage;

namespace Roster.Core.Scopes;

/// <summary>Finds scopes of any kind, the account included.</summary>
public static class ScopeReads
{
    /// <summary>True when the scope is the account itself or one that lives in it.</summary>
    public static async ValueTask<bool> ExistsAsync(this IReads reads, ScopeId scope) =>
        scope.Kind == ScopeKind.Account
            ? reads.Account is { ClosedAt: null } account && account.Id.Value == scope.Id
            : await reads.ScopeAsync(scope) is not null;

    public static Fault Unknown(ScopeId scope) => new(
        scope.Kind switch
        {
            ScopeKind.Account => FaultKind.UnknownAccount,
            ScopeKind.Organization => FaultKind.UnknownOrganization,
            ScopeKind.Group => FaultKind.UnknownGroup,
            _ => FaultKind.UnknownConnector,
        },
        $"There is no {scope.Kind.ToString().ToLowerInvariant()} '{scope.Id}'.",
        Id: scope.Id);
}
