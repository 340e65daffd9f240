using Roster.Core.Access;
using Roster.Core.Changes;
using Roster.Core.Keys;
using Roster.Core.Outcomes;
using Roster.Core.Scopes;
using Roster.Core.Storage;

namespace Roster.Core.Teams;

/// <param name="Members">The ids of users.</param>
public sealed record CreateTeamGroupRequest(string Name, string? ExternalId, IReadOnlyList<string> Members);

/// <summary>Makes a team of a name that no other has, with those who are in it.</summary>
public sealed class CreateTeamGroup(Writing writing)
{
    public async ValueTask<Outcome<Team>> RunAsync(
        Caller caller, CreateTeamGroupRequest request, CancellationToken cancellationToken)
    {
        if ((TeamRules.CheckName(request.Name) ?? TeamRules.CheckExternalId(request.ExternalId)) is { } fault)
        {
            return fault;
        }

        var id = ScopeId.Team(writing.Ids.NextScope(ScopeKind.Team));
        return await writing.WriteAsync(
            caller,
            reads => ReadAsync(reads, caller, request, id),
            (facts, moment) => Decide(facts, moment, request, id),
            cancellationToken);
    }

    private static async ValueTask<Facts> ReadAsync(IReads reads, Caller caller, CreateTeamGroupRequest request, ScopeId id)
    {
        var account = ScopeId.Account(caller.Account);
        var standing = reads.StandingAsync(caller, account);
        var used = reads.IsScopeIdUsedAsync(id);
        var namesakes = await reads.NamesakesAsync(request.Name);
        var named = await NamedSeats.ReadAsync(reads, id, request.Members);
        return new(await standing, account, await used, namesakes, named);
    }

    private static Verdict<Team> Decide(Facts facts, Moment moment, CreateTeamGroupRequest request, ScopeId id)
    {
        if (Permission.Needs(facts.Standing, Grants.Provision) is { } refused)
        {
            return refused;
        }

        var seats = new SeatDraft(id);
        foreach (var member in request.Members.Distinct(StringComparer.Ordinal))
        {
            seats.Add(member, facts.Named);
        }

        if ((seats.Problem ?? Permission.Above(facts.Standing, seats.HighestTouched) ?? TeamNames.Taken(request.Name, facts.Namesakes)) is { } fault)
        {
            return fault;
        }

        if (facts.IdUsed)
        {
            return new Fault(FaultKind.IdTaken, $"The id '{id.Id}' is, or was, in use.", "id", id.Id);
        }

        IReadOnlyList<Change> changes =
            [new ScopeCreated(id, facts.Account, request.Name, null, null, request.ExternalId), .. seats.Changes];
        var last = moment.Number(changes.Count - 1);
        return Verdict<Team>.Of(
            new Team(id.Id, moment.Number(0), request.Name, null, null, moment.Now, last, moment.Now), changes);
    }

    private sealed record Facts(
        Outcome<Standing> Standing, ScopeId Account, bool IdUsed, IReadOnlyList<Scope> Namesakes, NamedSeats Named);
}
