using Roster.Core.Memberships;
using Roster.Core.Scopes;
using Roster.Core.Storage;
using Roster.Core.Users;
using Roster.Core.Values;

namespace Roster.Core.Documents;

/// <summary>Takes memberships down by place, and in each first its users by name, then its teams by id.</summary>
internal sealed class MembershipExport(IReads reads, IDocumentSink sink, int mostSorted)
{
    private const int AtOnce = 2_000;
    private const int Together = 500;

    /// <summary>Behind all ids.</summary>
    private static readonly UserId Last = new("~");

    private readonly Queue<Membership> _teams = new();
    private readonly List<NamedMembership> _place = [];

    public async ValueTask RunAsync(IReadOnlyList<Scope> teams)
    {
        await ReadTeamsAsync(teams);
        for (var after = MemberPlace.Start; ;)
        {
            var memberships = await reads.MembershipsByPlaceAsync(after, AtOnce);
            foreach (var named in memberships)
            {
                if (_place.Count > 0 && _place[0].Membership.Scope != named.Membership.Scope)
                {
                    AddPlace();
                }

                _place.Add(named);
            }

            if (memberships.Count < AtOnce)
            {
                break;
            }

            after = await NextAsync(memberships[^1].Membership);
        }

        AddPlace();
        AddTeams(null);
    }

    private async ValueTask<MemberPlace> NextAsync(Membership latest)
    {
        if (_place.Count <= mostSorted)
        {
            return new(latest.Scope, new(latest.Member.Id));
        }

        _place.Clear();
        AddTeams(latest.Scope);
        await ExportDocument.EachUserAsync(reads, users => AddByNameAsync(users, latest.Scope));
        return new(latest.Scope, Last);
    }

    /// <summary>What so many users hold in a place where most of them may be.</summary>
    private async ValueTask AddByNameAsync(List<User> users, ScopeId scope)
    {
        foreach (var some in users.Chunk(Together))
        {
            var asked = Array.ConvertAll(some, user => reads.MembershipAsync(MemberId.User(user.Id), scope));
            for (var i = 0; i < some.Length; i++)
            {
                if (await asked[i] is { } held)
                {
                    sink.Add(some[i].Name, held);
                }
            }
        }
    }

    private void AddPlace()
    {
        if (_place.Count > 0)
        {
            AddTeams(_place[0].Membership.Scope);
            foreach (var named in _place.OrderBy(named => named.Name.Fold, StringComparer.Ordinal))
            {
                sink.Add(named.Name, named.Membership);
            }

            _place.Clear();
        }
    }

    /// <summary>What teams hold in places before that one, or in all.</summary>
    private void AddTeams(ScopeId? before)
    {
        while (_teams.TryPeek(out var held) && (before is not { } place || Compare(held.Scope, place) < 0))
        {
            sink.Add(_teams.Dequeue());
        }
    }

    private async ValueTask ReadTeamsAsync(IReadOnlyList<Scope> teams)
    {
        var all = new List<Membership>();
        foreach (var team in teams)
        {
            all.AddRange(await Slices.AllAsync(page => reads.MembershipsAsync(new(MemberId.Team(team.Id.Id)), page)));
        }

        all.Sort((left, right) => Compare(left.Scope, right.Scope) is not 0 and var order
            ? order
            : string.CompareOrdinal(left.Member.Id, right.Member.Id));
        all.ForEach(_teams.Enqueue);
    }

    private static int Compare(ScopeId left, ScopeId right) =>
        left.Kind != right.Kind ? left.Kind.CompareTo(right.Kind) : string.CompareOrdinal(left.Id, right.Id);
}
