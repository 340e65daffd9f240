using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Storage;
using Roster.Core.Values;

namespace Roster.Core.Memberships;

/// <summary>Where a walk through role groups stands: in which group, after which of its members.</summary>
/// <param name="Scopes">Those that were there when the walk began, so that it neither skips nor repeats one.</param>
public sealed record RoleGroupPosition(IReadOnlyList<ScopeId> Scopes, int Group, string After);

/// <summary>Some members of one (scope, level), by user id.</summary>
public sealed record RoleGroupPart(ScopeId Scope, Level Level, IReadOnlyList<RoleHolder> Holders);

/// <summary>A stretch of the walk, and where to go on; null at the end.</summary>
public sealed record RoleGroupParts(IReadOnlyList<RoleGroupPart> Parts, RoleGroupPosition? Next);

/// <summary>What the walk shows; all conditions hold at once.</summary>
public readonly record struct RoleGroupFilter(UserId? User = null, string? Organization = null, Level? Level = null);
