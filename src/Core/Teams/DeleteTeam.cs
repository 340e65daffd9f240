using Roster.Core.Access;
using Roster.Core.Changes;
using Roster.Core.Keys;
using Roster.Core.Memberships;
using Roster.Core.Outcomes;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Storage;

namespace Roster.Core.Teams;

/// <summary>Deletes a team with all its memberships and seats. The id is not given again.</summary>
public sealed class DeleteTeam(Writing writing)
{
    public ValueTask<Outcome<Done>> RunAsync(Caller caller, string team, CancellationToken cancellationToken) =>
        writing.WriteAsync(
            caller,
            reads => ReadAsync(reads, caller, team),
            facts => facts.Team?.ChangedIn,
            (facts, _) => Decide(facts, team),
            cancellationToken);

    private static async ValueTask<Facts> ReadAsync(IReads reads, Caller caller, string id)
    {
        var scope = ScopeId.Team(id);
        var standing = reads.StandingAsync(caller, ScopeId.Account(caller.Account));
        var team = reads.ScopeAsync(scope);
        var highest = reads.HighestLevelAsync(MemberId.Team(id));
        var managers = reads.RoleHoldersAsync(scope, Level.Admin, "", 1);
        var members = reads.RoleHoldersAsync(scope, Level.Member, "", 1);
        return new(await standing, await team, LevelRules.Highest(
            await highest,
            (await managers).Count > 0 ? Level.Admin : Level.None,
            (await members).Count > 0 ? Level.Member : Level.None));
    }

    internal static Verdict<Done> Decide(Facts facts, string id)
    {
        if (Permission.Needs(facts.Standing, Grants.Provision) is { } refused)
        {
            return refused;
        }

        if (facts.Team is not { } team)
        {
            return ScopeReads.Unknown(ScopeId.Team(id));
        }

        return Permission.Above(facts.Standing, facts.Highest) is { } above
            ? above
            : Verdict<Done>.Of(default, new ScopeEnded(team.Id));
    }

    /// <param name="Highest">The highest level of the roles and seats that end with the team.</param>
    internal sealed record Facts(Outcome<Standing> Standing, Scope? Team, Level Highest);
}
