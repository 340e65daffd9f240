using Roster.Core.Memberships;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Storage;
using Roster.Core.Values;

namespace Roster.Core.Documents;

/// <summary>Measures how far changes reach, with what else has to be read for it.</summary>
internal sealed class ReachReader(IReads reads, StateReader reader, IReadOnlyList<PlannedChange> changes)
{
    /// <summary>Users of whom one who is touched is less than half of one in a hundred.</summary>
    private const int PerHalfPercent = 200;
    private const int KeysAtOnce = 1_000;

    private readonly KnownState _state = reader.State;
    private readonly List<PlannedMembership> _memberships = [.. changes.OfType<PlannedMembership>()];

    /// <summary>Whether their seats in teams go as well.</summary>
    private readonly Dictionary<UserId, bool> _emptied = changes.OfType<PlannedUser>().Where(user => user.EndsAll)
        .ToDictionary(user => user.Id, user => user.Action == ChangeAction.Remove);

    private readonly HashSet<ScopeId> _ended =
        [.. changes.OfType<PlannedScope>().Where(scope => scope.Action == ChangeAction.Remove).Select(scope => scope.Id)];

    private readonly Dictionary<string, Role> _defined = changes.OfType<PlannedRole>().Where(role => role.After is not null)
        .ToDictionary(role => role.Name, role => role.After!, StringComparer.Ordinal);

    public async ValueTask<Reach> MeasureAsync()
    {
        await reader.MembershipsOfAsync(_emptied.Keys.Select(MemberId.User));
        await reader.MembershipsOfAsync(_ended.Where(scope => scope.Kind == ScopeKind.Team).Select(team => MemberId.Team(team.Id)));
        await reader.MembershipsInAsync(_ended.Union(TouchedTeams()));
        var lost = Lost();
        var deactivated = changes.OfType<PlannedUser>().Count(user => user is { Action: ChangeAction.Change, EndsAll: true });
        var touched = Touched(lost);
        return new(
            changes.Count(change => change.Action == ChangeAction.Create),
            changes.Count(change => change.Action == ChangeAction.Change),
            changes.Count(change => change.Action == ChangeAction.Remove) + deactivated,
            deactivated,
            lost.Count,
            await KeysAsync(),
            touched,
            await PercentAsync(touched),
            await LosesLastAdminAsync(lost));
    }

    /// <summary>Every membership that ends: listed, or with its member or scope.</summary>
    private List<Membership> Lost()
    {
        var listed = _memberships.Where(membership => membership.Action == ChangeAction.Remove)
            .Select(membership => (membership.Member, membership.In)).ToHashSet();
        return [.. _state.Memberships.All.Where(held =>
            _ended.Contains(held.Scope) || GoesWithMember(held) || listed.Contains((held.Member, held.Scope)))];
    }

    private bool GoesWithMember(Membership held) => held.Member.Kind == MemberKind.Team
        ? _ended.Contains(ScopeId.Team(held.Member.Id))
        : _emptied.TryGetValue(new(held.Member.Id), out var withSeats) && (withSeats || held.Scope.Kind != ScopeKind.Team);

    /// <summary>Teams that gain, change or lose a role, and so do all who sit in them.</summary>
    private IEnumerable<ScopeId> TouchedTeams() =>
        _memberships.Where(membership => membership.User is null).Select(membership => ScopeId.Team(membership.Member.Id));

    private int Touched(List<Membership> lost)
    {
        var created = changes.OfType<PlannedUser>().Where(user => user.Action == ChangeAction.Create).Select(user => user.Id).ToHashSet();
        var teams = TouchedTeams().ToHashSet();
        return changes.OfType<PlannedUser>().Select(user => user.Id)
            .Concat(_memberships.Select(membership => membership.User).OfType<UserId>())
            .Concat(lost.Concat(_state.Memberships.All.Where(held => teams.Contains(held.Scope)))
                .Where(held => held.Member.Kind == MemberKind.User).Select(held => new UserId(held.Member.Id)))
            .Where(user => !created.Contains(user))
            .Distinct()
            .Count();
    }

    private async ValueTask<int> KeysAsync()
    {
        if (_emptied.Count == 0)
        {
            return 0;
        }

        var keys = 0;
        for (long? after = 0; after is { } number;)
        {
            var slice = await reads.KeysAsync(new Page(number, KeysAtOnce));
            keys += slice.Items.Count(key => key.Owner is { } owner && _emptied.ContainsKey(owner) && key.IsValidAt(reads.Now));
            after = slice.Next;
        }

        return keys;
    }

    private async ValueTask<int> PercentAsync(int touched)
    {
        if (touched == 0)
        {
            return 0;
        }

        var all = await reads.CountUsersAsync((PerHalfPercent * touched) + 1);
        return (int)Math.Round(100.0 * touched / all, MidpointRounding.AwayFromZero);
    }

    /// <summary>Where an admin goes and none comes, and who is left of those who were is nobody.</summary>
    private async ValueTask<IReadOnlyList<ScopeId>> LosesLastAdminAsync(List<Membership> lost)
    {
        var gone = lost.Where(held => held.Level == Level.Admin && !_ended.Contains(held.Scope)).Select(held => (held.Member, held.Scope))
            .Concat(_memberships.Where(changed => changed.Action == ChangeAction.Change && IsAdmin(changed.Before)).Select(changed => (changed.Member, changed.In)))
            .ToHashSet();
        var kept = _memberships.Where(membership => IsAdmin(membership.After)).Select(membership => membership.In).ToHashSet();
        var losing = new List<ScopeId>();
        foreach (var scope in gone.GroupBy(place => place.Item2, place => place.Item1).Where(scope => !kept.Contains(scope.Key)))
        {
            var holders = await reads.RoleHoldersAsync(scope.Key, Level.Admin, "", scope.Count() + 1);
            if (holders.All(holder => gone.Contains((MemberId.User(holder.User), scope.Key))) && !await HasAdminTeamAsync(scope.Key, gone))
            {
                losing.Add(scope.Key);
            }
        }

        return [.. losing.OrderBy(scope => scope.Kind).ThenBy(scope => scope.Id, StringComparer.Ordinal)];
    }

    private async ValueTask<bool> HasAdminTeamAsync(ScopeId scope, HashSet<(MemberId, ScopeId)> gone)
    {
        await reader.AllScopesAsync(ScopeKind.Team);
        var places = _state.Scopes.All.Where(team => team.Id.Kind == ScopeKind.Team)
            .Select(team => (Member: MemberId.Team(team.Id.Id), scope)).Where(place => !gone.Contains(place)).ToList();
        await reader.MembershipsAsync(places);
        return places.Exists(place => _state.Memberships[place] is { Level: Level.Admin });
    }

    private bool IsAdmin(RoleValues? values) =>
        values is not null && (_defined.GetValueOrDefault(values.Role) ?? _state.RoleNamed(values.Role))?.Level == Level.Admin;
}
