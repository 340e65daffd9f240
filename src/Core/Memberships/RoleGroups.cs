using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Storage;
using Roster.Core.Values;

namespace Roster.Core.Memberships;

/// <summary>Where a walk through role groups stands: after this member of this group.</summary>
public readonly record struct RoleGroupPosition(int Organization, Level Level, string After)
{
    public static readonly RoleGroupPosition Start = new(0, Level.Admin, "");
}

/// <summary>Some members of one (scope, level), by user id.</summary>
public sealed record RoleGroupPart(ScopeId Scope, Level Level, IReadOnlyList<RoleHolder> Holders);

/// <summary>A stretch of the walk, and where to go on; null at the end.</summary>
public sealed record RoleGroupParts(IReadOnlyList<RoleGroupPart> Parts, RoleGroupPosition? Next);

/// <summary>What the walk shows; all conditions hold at once.</summary>
public readonly record struct RoleGroupFilter(UserId? User = null, string? Organization = null, Level? Level = null);
