using Roster.Core.Values;

namespace Roster.Core.Roles;

/// <summary>A role that an account has defined.</summary>
/// <param name="Number">The revision that defined it: unique in the account, ascending in creation order.</param>
/// <param name="ChangedIn">The revision of its latest change.</param>
public sealed record CustomRole(Role Role, long Number, Instant CreatedAt, long ChangedIn, Instant ChangedAt);
