using Roster.Core.Memberships;
using Roster.Core.Scopes;
using Roster.Core.Values;

namespace Roster.Core.Documents;

/// <summary>What has to be known to do the changes of a plan: what the rules of single requests would ask, for all of them together.</summary>
internal static class PlanReads
{
    public static async ValueTask ReadAsync(this StateReader reader, IReadOnlyList<PlannedChange> changes)
    {
        var users = changes.OfType<PlannedUser>().ToList();
        var scopes = changes.OfType<PlannedScope>().ToList();
        var memberships = changes.OfType<PlannedMembership>().ToList();
        await reader.OwnRolesAsync();
        await reader.HoldersAsync(changes.OfType<PlannedRole>().Where(role => role.WantsNoHolder).Select(role => role.Name));
        await ReadUsersAsync(reader, users);
        await ReadScopesAsync(reader, scopes);
        await reader.UsersAsync(memberships.Select(membership => membership.User).OfType<UserId>());
        await reader.ScopesAsync(memberships.Select(membership => membership.In).Concat(
            memberships.Where(membership => membership.User is null).Select(membership => ScopeId.Team(membership.Member.Id))));
        await reader.MembershipsAsync(memberships.Select(membership => (membership.Member, membership.In)));
        await reader.OwnersAsync(1 + users.Count(user => user.EndsAll) + memberships.Count(membership => membership.In.Kind == ScopeKind.Account));
    }

    private static async ValueTask ReadUsersAsync(StateReader reader, List<PlannedUser> users)
    {
        var isNew = users.ToLookup(user => user.Action == ChangeAction.Create);
        var there = isNew[false].Select(user => user.Id).ToList();
        await reader.UsersAsync(there);
        await reader.HighestLevelsAsync(there);
        await reader.MembershipsAsync(there.Select(user => (MemberId.User(user), reader.State.AccountScope)));
        await reader.OpenInvitationsAsync(users.Where(user => user.IsRename).Select(user => user.Id));
        await reader.NamesAsync([
            .. isNew[true].Select(user => user.Name.Fold),
            .. users.Where(user => user.IsRename).Select(user => user.After!.Person.Name.Or(default).Fold),
        ]);
        await reader.DeletedNamesAsync(isNew[true].Select(user => user.Name.Fold));
        await reader.UsedAsync(isNew[true].Select(user => user.Id));
    }

    private static async ValueTask ReadScopesAsync(StateReader reader, List<PlannedScope> scopes)
    {
        await reader.ScopesAsync([
            .. scopes.Where(scope => scope.Action != ChangeAction.Create).Select(scope => scope.Id),
            .. scopes.Select(scope => scope.After?.Group).OfType<string>().Select(ScopeId.Group),
        ]);
        await reader.UsedAsync(scopes.Where(scope => scope.Action == ChangeAction.Create).Select(scope => scope.Id));
        await reader.ConnectorsAsync(
            scopes.Where(scope => scope.Action == ChangeAction.Remove && scope.Id.Kind == ScopeKind.Group).Select(scope => scope.Id));
    }
}
