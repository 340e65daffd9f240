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
    private readonly HashSet<UserId> _emptied = [.. changes.OfType<PlannedUser>().Where(user => user.EndsAll).Select(user => user.Id)];
    private readonly HashSet<ScopeId> _ended =
        [.. changes.OfType<PlannedScope>().Where(scope => scope.Action == ChangeAction.Remove).Select(scope => scope.Id)];

    public async ValueTask<Reach> MeasureAsync()
    {
        await reader.MembershipsOfAsync(_emptied);
        await reader.MembershipsInAsync(_ended);
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

    /// <summary>Every membership that ends: listed, or with its user or scope.</summary>
    private List<Membership> Lost()
    {
        var listed = _memberships.Where(membership => membership.Action == ChangeAction.Remove)
            .Select(membership => (membership.User, membership.In)).ToHashSet();
        return [.. _state.Memberships.All.Where(held =>
            _ended.Contains(held.Scope) || _emptied.Contains(UserOf(held)) || listed.Contains((UserOf(held), held.Scope)))];
    }

    private int Touched(List<Membership> lost)
    {
        var created = changes.OfType<PlannedUser>().Where(user => user.Action == ChangeAction.Create).Select(user => user.Id).ToHashSet();
        return changes.OfType<PlannedUser>().Select(user => user.Id)
            .Concat(_memberships.Select(membership => membership.User))
            .Concat(lost.Select(UserOf))
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
            keys += slice.Items.Count(key => key.Owner is { } owner && _emptied.Contains(owner) && key.IsValidAt(reads.Now));
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
        var gone = lost.Where(held => held.Level == Level.Admin && !_ended.Contains(held.Scope)).Select(held => (UserOf(held), held.Scope))
            .Concat(_memberships.Where(changed => changed.Action == ChangeAction.Change && IsAdmin(changed.Before)).Select(changed => (changed.User, changed.In)))
            .ToHashSet();
        var kept = _memberships.Where(membership => IsAdmin(membership.After)).Select(membership => membership.In).ToHashSet();
        var losing = new List<ScopeId>();
        foreach (var scope in gone.GroupBy(place => place.Item2, place => place.Item1).Where(scope => !kept.Contains(scope.Key)))
        {
            var holders = await reads.RoleHoldersAsync(scope.Key, Level.Admin, "", scope.Count() + 1);
            if (holders.All(holder => gone.Contains((holder.User, scope.Key))))
            {
                losing.Add(scope.Key);
            }
        }

        return [.. losing.OrderBy(scope => scope.Kind).ThenBy(scope => scope.Id, StringComparer.Ordinal)];
    }

    private bool IsAdmin(RoleValues? values) => _state.RoleNamed(values?.Role)?.Level == Level.Admin;

    private static UserId UserOf(Membership membership) => new(membership.Member.Id);
}
