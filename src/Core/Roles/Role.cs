using Roster.Core.Access.Granting;
using Roster.Core.Scopes;

namespace Roster.Core.Roles;

/// <summary>A role: a name, the kinds of scope where it can be given, a level and what it permits.</summary>
/// <param name="Name">The identifier, compared exactly.</param>
/// <param name="Cascades">An account role whose holders Fivetran lists in every group.</param>
/// <param name="ReplacedBy">Set on a deprecated name: the current name with the same rights.</param>
public sealed record Role(
    string Name,
    string Description,
    IReadOnlyList<ScopeKind> Kinds,
    Level Level,
    IReadOnlyList<Grant> Permissions,
    bool IsCustom = false,
    bool Cascades = false,
    string? ReplacedBy = null)
{
    public bool IsGivenIn(ScopeKind kind) => Kinds.Contains(kind);
}
