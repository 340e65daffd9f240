using Roster.Core.Access.Granting;
using Roster.Core.Memberships;

namespace Roster.Core.Access;

/// <summary>One of the ways in which something is permitted.</summary>
/// <param name="Held">The membership whose role permits it: where, by whom given, through which door, since and until when.</param>
/// <param name="Seat">The subject's own seat in the team that holds it; null where they hold it themselves.</param>
/// <param name="Grant">What the role permits.</param>
public sealed record AccessReason(Membership Held, Membership? Seat, Grant Grant);

/// <summary>Whether something is permitted, and all the ways in which it is: what is nearest to the resource first.</summary>
public sealed record Explanation(bool Decision, IReadOnlyList<AccessReason> Reasons);
