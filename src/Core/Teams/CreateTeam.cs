using Roster.Core.Access;
using Roster.Core.Changes;
using Roster.Core.Keys;
using Roster.Core.Memberships;
using Roster.Core.Outcomes;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Storage;

namespace Roster.Core.Teams;

/// <param name="Role">A role in the account scope to begin with; null for none.</param>
/// <param name="Id">An id of the caller's choice, for who migrates; null for one of ours.</param>
public sealed record CreateTeamRequest(string Name, string? Description = null, string? Role = null, string? Id = null);

/// <summary>Makes a team, with nobody in it.</summary>
public sealed class CreateTeam(Writing writing)
{
    public async ValueTask<Outcome<Team>> RunAsync(
        Caller caller, CreateTeamRequest request, CancellationToken cancellationToken)
    {
        if (Check(request) is { } fault)
        {
            return fault;
        }

        var id = ScopeId.Team(request.Id ?? writing.Ids.NextScope(ScopeKind.Team));
        return await writing.WriteAsync(
            caller,
            reads => ReadAsync(reads, caller, request, id),
            (facts, moment) => Decide(facts, moment, request, id),
            cancellationToken);
    }

    private static Fault? Check(CreateTeamRequest request) =>
        ScopeRules.CheckId(ScopeKind.Team, request.Id)
        ?? TeamRules.CheckName(request.Name)
        ?? TeamRules.CheckDescription(request.Description);

    private static async ValueTask<Facts> ReadAsync(IReads reads, Caller caller, CreateTeamRequest request, ScopeId id)
    {
        var account = ScopeId.Account(caller.Account);
        var standing = reads.StandingAsync(caller, account);
        var used = reads.IsScopeIdUsedAsync(id);
        var role = reads.RoleAsync(request.Role);
        return new(await standing, account, await used, await role);
    }

    internal static Verdict<Team> Decide(Facts facts, Moment moment, CreateTeamRequest request, ScopeId id)
    {
        if (Permission.Needs(facts.Standing, Grants.Provision) is { } refused)
        {
            return refused;
        }

        Role? role = null;
        if (request.Role is { } name)
        {
            var assignable = MembershipRules.Assignable(name, facts.Role, ScopeKind.Account, "role");
            if ((assignable.Fault ?? Permission.Above(facts.Standing, assignable.Value.Level, "role")) is { } fault)
            {
                return fault;
            }

            role = assignable.Value;
        }

        if (facts.IdUsed)
        {
            return new Fault(FaultKind.IdTaken, $"The id '{id.Id}' is, or was, in use.", "id", id.Id);
        }

        List<Change> changes = [new ScopeCreated(id, facts.Account, request.Name, null, request.Description)];
        if (role is not null)
        {
            changes.Add(MembershipRules.Give(new Member(MemberId.Team(id.Id), moment.Number(0)), facts.Account, null, role, default)!);
        }

        var team = new Team(
            id.Id, moment.Number(0), request.Name, request.Description, role?.Name, moment.Now, moment.Number(changes.Count - 1), moment.Now);
        return Verdict<Team>.Of(team, changes);
    }

    internal sealed record Facts(Outcome<Standing> Standing, ScopeId Account, bool IdUsed, Role? Role);
}
