using Roster.Core.Outcomes;
using Roster.Core.Storage;
using Roster.Core.Values;

namespace Roster.Core.Scopes;

/// <summary>Finds scopes of any kind, the account included.</summary>
public static class ScopeReads
{
    /// <summary>True when the scope is the account itself or one that lives in it.</summary>
    public static async ValueTask<bool> ExistsAsync(this IReads reads, ScopeId scope) =>
        scope.Kind == ScopeKind.Account
            ? reads.Account is { ClosedAt: null } account && account.Id.Value == scope.Id
            : await reads.ScopeAsync(scope) is not null;

    /// <summary>All organizations of the account by id.</summary>
    public static async ValueTask<List<Scope>> OrganizationsAsync(this IReads reads)
    {
        var all = await Slices.AllAsync(page => reads.ScopesAsync(new(ScopeKind.Organization), page));
        all.Sort((left, right) => string.CompareOrdinal(left.Id.Id, right.Id.Id));
        return all;
    }

    public static Fault Unknown(ScopeId scope) => new(
        scope.Kind switch
        {
            ScopeKind.Account => FaultKind.UnknownAccount,
            ScopeKind.Organization => FaultKind.UnknownOrganization,
            ScopeKind.Group => FaultKind.UnknownGroup,
            ScopeKind.Team => FaultKind.UnknownTeam,
            _ => FaultKind.UnknownConnector,
        },
        $"There is no {scope.Kind.ToString().ToLowerInvariant()} '{scope.Id}'.",
        Id: scope.Id);
}
