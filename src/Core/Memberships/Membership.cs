using Roster.Core.Changes;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Values;

namespace Roster.Core.Memberships;

/// <summary>The stored numbers of what can be a member.</summary>
public enum MemberKind
{
    User = 1,
    Team = 2,
}

/// <summary>A user or a team.</summary>
public readonly record struct MemberId(MemberKind Kind, string Id)
{
    public static MemberId User(UserId user) => new(MemberKind.User, user.Value);

    public static MemberId Team(string id) => new(MemberKind.Team, id);
}

/// <summary>Member × scope → role: at most one for each pair, however many dialects show it.</summary>
/// <param name="Number">The revision that began it: unique in the account, ascending in creation order.</param>
/// <param name="Level">The role's level when it was given.</param>
/// <param name="Until">When it ends by itself; past that it is none, at every door.</param>
/// <param name="GivenBy">Who began it.</param>
/// <param name="Door">Through which door it began.</param>
public sealed record Membership(
    MemberId Member,
    ScopeId Scope,
    long Number,
    string Role,
    Level Level,
    Instant? Until,
    Instant CreatedAt,
    string GivenBy,
    Door Door,
    long ChangedIn,
    Instant ChangedAt);
