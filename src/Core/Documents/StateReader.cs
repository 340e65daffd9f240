using Roster.Core.Memberships;
using Roster.Core.Scopes;
using Roster.Core.Storage;
using Roster.Core.Users;
using Roster.Core.Values;

namespace Roster.Core.Documents;

/// <summary>Reads what is to be known of an account, and nothing twice. What can be asked together is.</summary>
internal sealed class StateReader(IReads reads, KnownState state)
{
    // Enough to make waiting short, few enough that no plan fills the engine's queue.
    private const int Together = 500;
    private const int UsersAtOnce = 2_000;
    private const int MembershipsAtOnce = 2_000;

    public KnownState State => state;

    public async ValueTask AllUsersAsync()
    {
        if (state.Users.IsWhole)
        {
            return;
        }

        for (var after = ""; ;)
        {
            var users = await reads.UsersByIdAsync(after, UsersAtOnce);
            foreach (var user in users.Items)
            {
                state.Add(user);
            }

            if (users.Next is null)
            {
                break;
            }

            after = users.Items[^1].Id.Value;
        }

        state.Users.IsWhole = state.Names.IsWhole = true;
    }

    public ValueTask UsersAsync(IEnumerable<UserId> ids) => EachAsync(ids, state.Users, reads.UserAsync, (id, user) =>
    {
        state.Users[id] = user;
        AddName(user);
    });

    public ValueTask NamesAsync(IEnumerable<string> folds) => EachAsync(folds, state.Names, reads.UserNamedAsync, (fold, user) =>
    {
        state.Names[fold] = user;
        AddName(user);
    });

    public ValueTask DeletedNamesAsync(IEnumerable<string> folds) => EachAsync(folds, state.DeletedNames, reads.DeletedUserNamedAsync);

    public ValueTask UsedAsync(IEnumerable<UserId> ids) => EachAsync(ids, state.UsedUserIds, reads.IsUserIdUsedAsync);

    public ValueTask HighestLevelsAsync(IEnumerable<UserId> ids) =>
        EachAsync(ids, state.HighestLevels, id => reads.HighestLevelAsync(MemberId.User(id)));

    public ValueTask OpenInvitationsAsync(IEnumerable<UserId> ids) => EachAsync(ids, state.OpenInvitations, reads.OpenInvitationAsync);

    public async ValueTask AllScopesAsync(ScopeKind kind)
    {
        if (!state.WholeKinds.Contains(kind))
        {
            (await Slices.AllAsync(page => reads.ScopesAsync(new(kind), page))).ForEach(state.Add);
            state.WholeKinds.Add(kind);
        }
    }

    public ValueTask ScopesAsync(IEnumerable<ScopeId> ids) =>
        EachAsync(ids.Where(id => id != state.AccountScope), state.Scopes, reads.ScopeAsync, (id, scope) =>
        {
            if (scope is null)
            {
                state.Scopes[id] = null;
            }
            else
            {
                state.Add(scope);
            }
        });

    public ValueTask UsedAsync(IEnumerable<ScopeId> ids) => EachAsync(ids, state.UsedScopeIds, reads.IsScopeIdUsedAsync);

    public ValueTask ConnectorsAsync(IEnumerable<ScopeId> groups) => EachAsync(
        groups.Where(group => !state.KnowsConnectorsOf(group)),
        group => Slices.AllAsync(page => reads.ScopesAsync(new(ScopeKind.Connector, group), page)),
        (group, connectors) =>
        {
            connectors.ForEach(state.Add);
            state.WholeGroups.Add(group);
        });

    public async ValueTask AllMembershipsAsync()
    {
        (await Slices.AllAsync(page => reads.MembershipsAsync(default, page))).ForEach(state.Add);
        state.Memberships.IsWhole = true;
    }

    public ValueTask MembershipsInAsync(IEnumerable<ScopeId> scopes) => EachAsync(
        scopes.Where(scope => !state.Memberships.IsWhole && !state.WholeScopes.Contains(scope)),
        scope => Slices.AllAsync(page => reads.MembershipsAsync(new(Scope: scope), page)),
        (scope, memberships) =>
        {
            memberships.ForEach(state.Add);
            state.WholeScopes.Add(scope);
        });

    public ValueTask MembershipsOfAsync(IEnumerable<MemberId> members) => EachAsync(
        members.Where(_ => !state.Memberships.IsWhole),
        member => Slices.AllAsync(page => reads.MembershipsAsync(new(member), page)),
        (_, memberships) => memberships.ForEach(state.Add));

    public ValueTask MembershipsAsync(IEnumerable<(MemberId Member, ScopeId Scope)> places) =>
        EachAsync(places, state.Memberships, place => reads.MembershipAsync(place.Member, place.Scope));

    public async ValueTask OwnRolesAsync()
    {
        foreach (var custom in await Slices.AllAsync(reads.CustomRolesAsync))
        {
            state.OwnRoles[custom.Role.Name] = custom;
        }
    }

    /// <summary>Who holds a role is found by going through all memberships: once, however many roles, and only where somebody holds one.</summary>
    public async ValueTask HoldersAsync(IEnumerable<string> roles)
    {
        var held = new HashSet<string>(StringComparer.Ordinal);
        await EachAsync(roles, state.HeldRoles, reads.IsCustomRoleHeldAsync, (role, isHeld) =>
        {
            state.HeldRoles[role] = isHeld;
            if (isHeld)
            {
                held.Add(role);
            }
        });
        if (held.Count > 0 && !state.Memberships.IsWhole)
        {
            await MembershipsInRolesAsync(held);
        }
    }

    private async ValueTask MembershipsInRolesAsync(HashSet<string> roles)
    {
        // Of a single role the engine leaves out the others.
        var filter = new MembershipFilter(Role: roles.Count == 1 ? roles.Single() : null);
        for (long? after = 0; after is { } number;)
        {
            var slice = await reads.MembershipsAsync(filter, new Page(number, MembershipsAtOnce));
            foreach (var membership in slice.Items.Where(membership => roles.Contains(membership.Role)))
            {
                state.Add(membership);
            }

            after = slice.Next;
        }
    }

    public async ValueTask OwnersAsync(int atMost) => state.Owners = await reads.OwnersAsync(atMost);

    private void AddName(User? user)
    {
        if (user is not null)
        {
            state.Add(user);
        }
    }

    private static ValueTask EachAsync<TKey, T>(
        IEnumerable<TKey> keys, Lookup<TKey, T> into, Func<TKey, ValueTask<T?>> ask, Action<TKey, T?>? take = null)
        where TKey : notnull =>
        EachAsync(keys.Where(key => !into.Knows(key)), ask, take ?? ((key, found) => into[key] = found));

    private static async ValueTask EachAsync<TKey, T>(IEnumerable<TKey> keys, Func<TKey, ValueTask<T>> ask, Action<TKey, T> take)
    {
        foreach (var some in keys.Distinct().ToList().Chunk(Together))
        {
            var asked = Array.ConvertAll(some, key => ask(key));
            for (var i = 0; i < some.Length; i++)
            {
                take(some[i], await asked[i]);
            }
        }
    }
}
