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
/// <param name="Name">One that no other team has.</param>
public sealed record ChangeTeamGroupRequest(
    string Team, Optional<string> Name, Optional<string?> ExternalId, MemberWishes Members);

/// <summary>
/// Changes a team and who is in it in one set. It looks at those who are named and writes a row for each who comes or goes, however
/// many others are in the team; at all of them only where the request is about all.
/// </summary>
public sealed class ChangeTeamGroup(Writing writing)
{
    /// <returns>The team's version then.</returns>
    public async ValueTask<Outcome<long>> RunAsync(
        Caller caller, ChangeTeamGroupRequest request, CancellationToken cancellationToken) =>
        ((request.Name.IsSet ? TeamRules.CheckName(request.Name.Or("")) : null)
            ?? TeamRules.CheckExternalId(request.ExternalId.Or(null))) is { } fault
            ? fault
            : await writing.WriteAsync(
                caller,
                reads => ReadAsync(reads, caller, request),
                facts => facts.Team?.ChangedIn,
                (facts, moment) => Decide(facts, moment, request),
                cancellationToken);

    private static async ValueTask<Facts> ReadAsync(IReads reads, Caller caller, ChangeTeamGroupRequest request)
    {
        var id = ScopeId.Team(request.Team);
        var standing = reads.StandingAsync(caller, id);
        var team = reads.ScopeAsync(id);
        var highest = reads.HighestLevelAsync(MemberId.Team(request.Team));
        var namesakes = request.Name.IsSet ? await reads.NamesakesAsync(request.Name.Or("")) : [];
        var named = await NamedSeats.ReadAsync(reads, id, request.Members.Named);
        List<Membership> all = request.Members.OthersStay
            ? []
            : await Slices.AllAsync(page => reads.MembershipsAsync(new(Scope: id), page));
        return new(await standing, await team, await highest, namesakes, named, all);
    }

    private static Verdict<long> Decide(Facts facts, Moment moment, ChangeTeamGroupRequest request)
    {
        if (Permission.Needs(facts.Standing, Grants.Provision) is { } refused)
        {
            return refused;
        }

        if (facts.Team is not { } team)
        {
            return ScopeReads.Unknown(ScopeId.Team(request.Team));
        }

        var name = request.Name.Or(team.Name);
        var others = facts.Namesakes.Where(other => other.Id != team.Id);
        var seats = Seats(facts, team.Id, request.Members);
        var touched = name != team.Name || seats.Changes.Count > 0
            ? LevelRules.Highest(facts.Highest, seats.HighestTouched)
            : Level.None;
        if ((seats.Problem ?? Permission.Above(facts.Standing, touched)) is { } fault)
        {
            return fault;
        }

        // A team that has another's name since before is not in the way of its own changes.
        if (!TeamNames.IsOne(name, team.Name) && TeamNames.Taken(name, others) is { } taken)
        {
            return taken;
        }

        var externalId = request.ExternalId.Or(team.ExternalId);
        List<Change> changes = [.. seats.Changes];
        if (name != team.Name || externalId != team.ExternalId)
        {
            changes.Insert(0, new ScopeChanged(
                team.Id,
                name == team.Name ? default(Optional<string>) : name,
                default,
                externalId == team.ExternalId ? default(Optional<string?>) : externalId));
        }

        return Verdict<long>.Of(changes.Count == 0 ? team.ChangedIn : moment.Number(changes.Count - 1), changes);
    }

    private static SeatDraft Seats(Facts facts, ScopeId team, MemberWishes wishes)
    {
        var seats = new SeatDraft(team);
        foreach (var id in wishes.Add)
        {
            seats.Add(id, facts.Named);
        }

        var removed = wishes.OthersStay
            ? wishes.Remove.Select(id => facts.Named.ById[id].Seat).OfType<Membership>()
            : facts.All.Where(seat => !facts.Named.ById.ContainsKey(seat.Member.Id));
        foreach (var seat in removed)
        {
            seats.End(seat);
        }

        return seats;
    }

    /// <param name="Highest">What the team holds anywhere: whoever seats somebody in it gives them that.</param>
    /// <param name="All">Everybody's seat, where others than those named are to go.</param>
    private sealed record Facts(
        Outcome<Standing> Standing,
        Scope? Team,
        Level Highest,
        IReadOnlyList<Scope> Namesakes,
        NamedSeats Named,
        IReadOnlyList<Membership> All);
}
