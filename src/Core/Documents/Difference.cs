using Roster.Core.Outcomes;
using Roster.Core.Values;

namespace Roster.Core.Documents;

/// <summary>What has to be done so that an account is what a document says, in an order in which it can be done. Pure.</summary>
/// <param name="Problems">What in the document cannot be, whatever is done.</param>
internal sealed record Difference(IReadOnlyList<Step> Steps, IReadOnlyList<Problem> Problems)
{
    /// <param name="freshIds">An id for each user that the document names, should they be new.</param>
    public static Difference Of(Document document, KnownState state, Instant now, IReadOnlyList<UserId> freshIds)
    {
        var problems = new List<Problem>();
        var roles = new RoleDifference(document, state, problems);
        var scopes = new ScopeDifference(document, state, problems);
        var users = new UserDifference(document, state, freshIds, problems);
        var memberships = new MembershipDifference(document, state, new(roles, scopes, users), now, problems);
        return new(
            [.. roles.Steps, .. scopes.Steps, .. users.Steps, .. memberships.Steps, .. scopes.Removals, .. users.LateRemovals, .. roles.Removals],
            problems);
    }
}
