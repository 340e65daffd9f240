using Roster.Core.Scopes;
using Roster.Core.Storage;
using Roster.Core.Values;

namespace Roster.Core.Teams;

/// <summary>A named set of users that is a member like a user. Who sits in it has what it holds.</summary>
/// <param name="Number">The revision that made it: unique in the account, ascending in creation order.</param>
/// <param name="Role">What it holds in the account scope; null for none.</param>
/// <param name="ChangedIn">The revision of the latest change of the team, of its seats or of its roles in the account and its organizations.</param>
public sealed record Team(
    string Id,
    long Number,
    string Name,
    string? Description,
    string? Role,
    Instant CreatedAt,
    long ChangedIn,
    Instant ChangedAt)
{
    public static Team Of(Scope team, string? role) =>
        new(team.Id.Id, team.Number, team.Name, team.Settings, role, team.CreatedAt, team.ChangedIn, team.ChangedAt);

    public static Team Of(TeamInRole found) => Of(found.Team, found.Role);
}
