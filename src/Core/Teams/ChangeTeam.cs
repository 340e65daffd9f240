using Roster.Core.Access;
using Roster.Core.Changes;
using Roster.Core.Keys;
using Roster.Core.Memberships;
using Roster.Core.Outcomes;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Storage;
using Roster.Core.Values;

namespace Roster.Core.Teams;

/// <summary>What is absent stays as it is.</summary>
/// <param name="Role">The role in the account scope; null or empty ends it.</param>
public sealed record ChangeTeamRequest(
    string Team,
    Optional<string> Name = default,
    Optional<string?> Description = default,
    Optional<string?> Role = default);

/// <summary>Renames a team, describes it anew, or changes its role in the account.</summary>
public sealed class ChangeTeam(Writing writing)
{
    public async ValueTask<Outcome<Team>> RunAsync(
        Caller caller, ChangeTeamRequest request, CancellationToken cancellationToken) =>
        Check(request) is { } fault
            ? fault
            : await writing.WriteAsync(
                caller,
                reads => ReadAsync(reads, caller, request),
                facts => facts.Team?.ChangedIn,
                (facts, moment) => Decide(facts, moment, request),
                cancellationToken);

    private static Fault? Check(ChangeTeamRequest request) =>
        (request.Name.IsSet ? TeamRules.CheckName(request.Name.Or("")) : null)
        ?? TeamRules.CheckDescription(request.Description.Or(null));

    private static async ValueTask<Facts> ReadAsync(IReads reads, Caller caller, ChangeTeamRequest request)
    {
        var (id, member, account) = (ScopeId.Team(request.Team), MemberId.Team(request.Team), ScopeId.Account(caller.Account));

        // Who manages a team may rename it; what it holds in the account is the account's matter.
        var standing = reads.StandingAsync(caller, request.Role.IsSet ? account : id);
        var team = reads.ScopeAsync(id);
        var inAccount = reads.MembershipAsync(member, account);
        var highest = reads.HighestLevelAsync(member);
        var role = reads.RoleAsync(request.Role.Or(null));
        return new(await standing, await team, account, await inAccount, await highest, await role);
    }

    internal static Verdict<Team> Decide(Facts facts, Moment moment, ChangeTeamRequest request)
    {
        if (Permission.Needs(facts.Standing, Grants.Provision) is { } refused)
        {
            return refused;
        }

        if (facts.Team is not { } team)
        {
            return ScopeReads.Unknown(ScopeId.Team(request.Team));
        }

        var changed = team with { Name = request.Name.Or(team.Name), Settings = request.Description.Or(team.Settings) };
        if (changed.Name != team.Name && Permission.Above(facts.Standing, facts.Highest) is { } above)
        {
            return above;
        }

        List<Change> changes = changed == team ? [] : [new ScopeChanged(team.Id, request.Name, request.Description)];
        var role = ChangeRole(facts, request, changes);
        if (role.Failed(out var fault))
        {
            return fault;
        }

        var latest = changes.Count == 0
            ? changed
            : changed with { ChangedIn = moment.Number(changes.Count - 1), ChangedAt = moment.Now };
        return Verdict<Team>.Of(Team.Of(latest, role.Value), changes);
    }

    /// <summary>Adds what changes the role, and answers which the team has then.</summary>
    private static Outcome<string?> ChangeRole(Facts facts, ChangeTeamRequest request, List<Change> changes)
    {
        var held = facts.InAccount;
        var wanted = request.Role.IsSet ? request.Role.Or(null) : held?.Role;
        if ((wanted ?? "") == (held?.Role ?? ""))
        {
            return Outcome.Of(held?.Role);
        }

        var level = held?.Level ?? Level.None;
        if (string.IsNullOrEmpty(wanted))
        {
            changes.Add(new MembershipEnded(held!.Member, held.Scope, level));
            return Permission.Above(facts.Standing, level, "role") is { } refused ? refused : Outcome.Of<string?>(null);
        }

        var assignable = MembershipRules.Assignable(wanted, facts.Role, ScopeKind.Account, "role");
        if (assignable.Failed(out var fault))
        {
            return fault;
        }

        var role = assignable.Value;
        changes.Add(MembershipRules.Give(Member.Of(facts.Team!), facts.Account, held, role, default)!);
        return Permission.Above(facts.Standing, LevelRules.Highest(level, role.Level), "role") is { } above
            ? above
            : Outcome.Of<string?>(role.Name);
    }

    internal sealed record Facts(
        Outcome<Standing> Standing, Scope? Team, ScopeId Account, Membership? InAccount, Level Highest, Role? Role);
}
