using Roster.Core.Memberships;
using Roster.Core.Roles;

namespace Roster.Tests.Storage.Conformance.Model;

/// <summary>Everything that can be asked of an account whose values come from the <see cref="Pool"/>.</summary>
internal static class Questions
{
    private static readonly int[] Limits = [1, 2, 100];

    /// <summary>Each question with its answer written out.</summary>
    public static async ValueTask<List<string>> AskAllAsync(IReads reads, AccountId account, IReadOnlyList<KeyId> keys)
    {
        var answers = new List<string>();
        void Note<T>(string question, T answer) => answers.Add($"{question}: {Show.Of(answer)}");

        Note("account", reads.Account);
        Note("now", reads.Now);
        Note("owners", (await reads.OwnersAsync(100)).OrderBy(user => user.Value, StringComparer.Ordinal));
        Note("one owner", (await reads.OwnersAsync(1)).Count);
        Note("next end", await reads.NextEndAsync(reads.Now));
        await AskAboutUsersAsync(reads, Note);
        await AskAboutScopesAsync(reads, [ScopeId.Account(account), .. Pool.Scopes], Note);
        foreach (var key in keys)
        {
            Note($"key {key}", await reads.KeyAsync(key));
        }

        foreach (var id in Pool.Invitations)
        {
            Note($"invitation {id}", await reads.InvitationAsync(id));
        }

        await AskForListsAsync(reads, account, Note);
        return answers;
    }

    private static async Task AskAboutUsersAsync(IReads reads, Action<string, object?> note)
    {
        foreach (var user in Pool.Users)
        {
            note($"user {user}", await reads.UserAsync(user));
            note($"used {user}", await reads.IsUserIdUsedAsync(user));
            note($"level of {user}", await reads.HighestLevelAsync(MemberId.User(user)));
            note($"open invitation of {user}", await reads.OpenInvitationAsync(user));
        }

        foreach (var fold in Pool.Folds)
        {
            note($"named {fold}", await reads.UserNamedAsync(fold));
            note($"deleted {fold}", await reads.DeletedUserNamedAsync(fold));
        }
    }

    private static async Task AskAboutScopesAsync(IReads reads, IEnumerable<ScopeId> scopes, Action<string, object?> note)
    {
        foreach (var scope in scopes)
        {
            note($"scope {scope}", await reads.ScopeAsync(scope));
            note($"used {scope}", scope.Kind != ScopeKind.Account && await reads.IsScopeIdUsedAsync(scope));
            foreach (var member in Pool.Members)
            {
                note($"{member} in {scope}", await reads.MembershipAsync(member, scope));
            }

            foreach (var level in Enum.GetValues<Level>())
            {
                note($"{level} of {scope}", await reads.RoleHoldersAsync(scope, level, "", 100));
                note($"{level} of {scope} after 'a'", await reads.RoleHoldersAsync(scope, level, "a", 2));
            }
        }
    }

    /// <summary>Every list with every filter, walked to its end in pages of several sizes.</summary>
    private static async Task AskForListsAsync(IReads reads, AccountId account, Action<string, object?> note)
    {
        var lists = new List<(string Name, Func<Page, ValueTask<(object Items, long? Next)>> Read)>();
        void Add<T>(string name, Func<Page, ValueTask<Slice<T>>> read) => lists.Add((name, async page =>
        {
            var slice = await read(page);
            return (slice.Items, slice.Next);
        }));

        Add("keys", reads.KeysAsync);
        foreach (var active in new bool?[] { null, true, false })
        {
            Add($"users {active}", page => reads.UsersAsync(active, page));
            foreach (var group in Pool.Groups)
            {
                Add($"users of {group} {active}", page => reads.GroupUsersAsync(group, active, page));
            }
        }

        foreach (var filter in ScopeFilters())
        {
            Add($"scopes {filter}", page => reads.ScopesAsync(filter, page));
        }

        foreach (var filter in MembershipFilters(account))
        {
            Add($"memberships {filter}", page => reads.MembershipsAsync(filter, page));
        }

        foreach (var (i, list) in lists.Index())
        {
            var limit = Limits[i % Limits.Length];
            for (long? after = 0; after is { } from;)
            {
                var (items, next) = await list.Read(new Page(from, limit));
                note($"{list.Name} after {from} by {limit}", items);
                note($"{list.Name} after {from} by {limit} ends", next);
                after = next;
            }
        }

        note("users by id", await reads.UsersByIdAsync("", 100));
        note("users by id after 'a'", await reads.UsersByIdAsync("a", 2));
        note("log", await reads.ChangesAsync(0, 1_000));
        note("log after 3", await reads.ChangesAsync(3, 2));
    }

    private static IEnumerable<ScopeFilter> ScopeFilters() =>
    [
        new(ScopeKind.Group), new(ScopeKind.Connector), new(ScopeKind.Organization),
        new(ScopeKind.Connector, Pool.Groups[0]), new(ScopeKind.Group, Name: "x"), new(ScopeKind.Connector, Pool.Groups[0], "x"),
    ];

    private static IEnumerable<MembershipFilter> MembershipFilters(AccountId account)
    {
        const string Role = "Manage Destination";
        var member = MemberId.User(Pool.Users[0]);
        var (inAccount, inGroup) = (ScopeId.Account(account), Pool.Groups[0]);
        return
        [
            new(), new(Kind: ScopeKind.Account), new(Kind: ScopeKind.Group), new(Role: Role), new(Kind: ScopeKind.Group, Role: Role),
            new(member), new(MemberId.User(Pool.Users[1])), new(member, ScopeKind.Group), new(member, Role: Role), new(member, ScopeKind.Group, null, Role),
            new(Scope: inAccount), new(Scope: inGroup), new(Scope: inGroup, Role: Role), new(Kind: ScopeKind.Account, Scope: inGroup),
            new(member, Scope: inAccount), new(member, Scope: inGroup), new(member, ScopeKind.Group, inGroup, Role), new(member, ScopeKind.Account, inGroup),
        ];
    }
}
