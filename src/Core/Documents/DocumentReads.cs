using Roster.Core.Memberships;
using Roster.Core.Scopes;
using Roster.Core.Values;

namespace Roster.Core.Documents;

/// <summary>What has to be known to tell a document from an account: what the document names, and what it manages.</summary>
internal static class DocumentReads
{
    private const int Many = 5_000;

    private static readonly ScopeKind[] Kinds = [ScopeKind.Team, ScopeKind.Organization, ScopeKind.Group, ScopeKind.Connector];

    public static async ValueTask ReadAsync(this StateReader reader, Document document)
    {
        await reader.OwnRolesAsync();
        await ReadUsersAsync(reader, document);
        await ReadScopesAsync(reader, document);
        await ReadMembershipsAsync(reader, document);
        await ReadDeletedNamesAsync(reader, document);
    }

    private static async ValueTask ReadUsersAsync(StateReader reader, Document document)
    {
        if (document.Manages.Users.Any(pattern => !pattern.IsLiteral))
        {
            await reader.AllUsersAsync();
            return;
        }

        await reader.UsersAsync(document.Users.Select(user => user.Id).OfType<UserId>());
        await reader.NamesAsync([
            .. document.Users.Select(user => user.Name.Fold),
            .. document.Manages.Users.Select(pattern => pattern.Text),
            .. document.Memberships.Select(membership => membership.Member.Fold).OfType<string>(),
        ]);
    }

    private static async ValueTask ReadScopesAsync(StateReader reader, Document document)
    {
        foreach (var kind in Kinds)
        {
            var patterns = document.Manages.Of(kind);
            if (patterns.Any(pattern => !pattern.IsLiteral))
            {
                await reader.AllScopesAsync(kind);
            }
            else
            {
                await reader.ScopesAsync(patterns.Select(pattern => new ScopeId(kind, pattern.Text)));
            }
        }

        await reader.ScopesAsync([
            .. document.Scopes.Select(scope => scope.Id),
            .. document.Scopes.Where(scope => scope.Group.IsSet).Select(scope => ScopeId.Group(scope.Group.Or(""))),
            .. document.Memberships.Select(membership => membership.In),
            .. document.Memberships.Where(membership => membership.Member.IsTeam).Select(membership => ScopeId.Team(membership.Member.Text)),
        ]);

        var wanted = document.Scopes.Select(scope => scope.Id).ToHashSet();
        await reader.ConnectorsAsync(reader.State.Scopes.All.Select(scope => scope.Id).Where(id =>
            id.Kind == ScopeKind.Group && !wanted.Contains(id) && document.Manages.Covers(id)).ToList());
    }

    private static async ValueTask ReadMembershipsAsync(StateReader reader, Document document)
    {
        var (state, manages) = (reader.State, document.Manages);
        if (manages.Account && Kinds.All(kind => manages.Of(kind).Any(pattern => pattern.Text == Pattern.Everything.Text)))
        {
            await reader.AllMembershipsAsync();
        }
        else
        {
            await reader.MembershipsInAsync([
                .. manages.Account ? [state.AccountScope] : Array.Empty<ScopeId>(),
                .. state.Scopes.All.Select(scope => scope.Id).Where(manages.Covers),
            ]);
        }

        await reader.MembershipsAsync([.. Places(state, document), .. RenamedPlaces(state, document)]);
        await ReadMembersAsync(reader);
    }

    private static IEnumerable<(MemberId, ScopeId)> Places(KnownState state, Document document)
    {
        foreach (var membership in document.Memberships.Where(membership => state.Exists(membership.In)))
        {
            if (membership.Member.Fold is not { } fold)
            {
                yield return (MemberId.Team(membership.Member.Text), membership.In);
            }
            else if (state.Names[fold] is { } user)
            {
                yield return (MemberId.User(user.Id), membership.In);
            }
        }
    }

    /// <summary>Memberships are written down under the name that a user is to have.</summary>
    private static IEnumerable<(MemberId, ScopeId)> RenamedPlaces(KnownState state, Document document)
    {
        var byName = document.Users.Where(user => user.Id is { } id && state.Users[id] is not null)
            .GroupBy(user => user.Name.Fold, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First().Id!.Value, StringComparer.Ordinal);
        foreach (var membership in document.Memberships)
        {
            if (membership.Member.Fold is { } fold && byName.TryGetValue(fold, out var id) && state.Exists(membership.In))
            {
                yield return (MemberId.User(id), membership.In);
            }
        }
    }

    /// <summary>Whose memberships may have to be ended.</summary>
    private static async ValueTask ReadMembersAsync(StateReader reader)
    {
        var members = reader.State.Memberships.All
            .Where(membership => membership.Member.Kind == MemberKind.User)
            .Select(membership => new UserId(membership.Member.Id))
            .Where(id => !reader.State.Users.Knows(id))
            .ToHashSet();
        await (members.Count > Many ? reader.AllUsersAsync() : reader.UsersAsync(members));
    }

    /// <summary>Of who may be new, so that an id that waits for its name is found.</summary>
    private static ValueTask ReadDeletedNamesAsync(StateReader reader, Document document)
    {
        var named = document.Users.Select(user => user.Id).OfType<UserId>().ToHashSet();
        return reader.DeletedNamesAsync(
            from user in document.Users
            where user.Id is null && (reader.State.Names[user.Name.Fold] is not { } holder || named.Contains(holder.Id))
            select user.Name.Fold);
    }
}
