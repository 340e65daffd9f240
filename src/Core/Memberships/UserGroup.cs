using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Values;

namespace Roster.Core.Memberships;

/// <summary>A team that a user sits in, or the level of a role that they have in the account or in an organization.</summary>
/// <param name="Level">Null for a team.</param>
/// <param name="Name">A team's; null for a level.</param>
/// <param name="IsOwn">False for a level that only a team brings.</param>
public sealed record UserGroup(ScopeId Scope, Level? Level, string? Name, bool IsOwn);

/// <summary>A member of a team, or of those who have one level in the account or in an organization.</summary>
/// <param name="DisplayName">A user's, where somebody has said so, or a team's name.</param>
/// <param name="Number">The membership's: the order in which they joined.</param>
/// <param name="Level">Of the role there.</param>
public sealed record GroupMember(MemberId Member, string? DisplayName, long Number, Level Level);

/// <summary>All who have one level in the account or in an organization, as one thing: it is always there, also when nobody is in it.</summary>
/// <param name="ExternalId">A provisioner's: opaque, not unique.</param>
/// <param name="ChangedIn">The revision of the latest change of who they are, or of the external id; at first the scope's own.</param>
public sealed record RoleGroup(
    ScopeId Scope, Level Level, string? ExternalId, Instant CreatedAt, long ChangedIn, Instant ChangedAt);
