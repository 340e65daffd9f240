using Roster.Core.Memberships;
using Roster.Core.Roles;

namespace Roster.Tests.Storage.Conformance.Model;

/// <summary>
/// Everything that can be asked of an account whose values come from the <see cref="Pool"/>. All is asked at once, as an engine
/// may answer together what it is asked together.
/// </summary>
internal sealed partial class Questions
{
    private static readonly int[] Limits = [1, 2, 100];

    private readonly IReads _reads;
    private readonly AccountId _account;
    private readonly List<Task<string>> _asked = [];
    private int _lists;

    private Questions(IReads reads, AccountId account) => (_reads, _account) = (reads, account);

    /// <summary>Each question with its answer written out.</summary>
    public static async ValueTask<IReadOnlyList<string>> AskAllAsync(IReads reads, AccountId account, IReadOnlyList<KeyId> keys)
    {
        var questions = new Questions(reads, account);
        questions.AskAboutTheAccount(keys);
        questions.AskAboutUsers();
        questions.AskAboutScopes();
        questions.AskForUsersAndKeys();
        questions.AskForTeamsAndRoles();
        questions.AskAboutAccess();
        questions.AskForScopesAndMemberships();
        questions.AskWhatProvisionersDo();
        return await Task.WhenAll(questions._asked);
    }

    private void AskAboutTheAccount(IReadOnlyList<KeyId> keys)
    {
        Ask("account", new ValueTask<object?>(_reads.Account));
        Ask("now", new ValueTask<Instant>(_reads.Now));
        Ask("owners", _reads.OwnersAsync(100), owners => owners.OrderBy(user => user.Value, StringComparer.Ordinal));
        Ask("one owner", _reads.OwnersAsync(1), owners => owners.Count);
        Ask("next end", _reads.NextEndAsync(_reads.Now));
        Ask("log", _reads.ChangesAsync(0, 1_000));
        Ask("log after 3", _reads.ChangesAsync(3, 2));
        foreach (var key in keys)
        {
            Ask($"key {key}", _reads.KeyAsync(key));
        }

        foreach (var id in Pool.Invitations)
        {
            Ask($"invitation {id}", _reads.InvitationAsync(id));
        }
    }

    private void AskAboutUsers()
    {
        foreach (var user in Pool.Users)
        {
            Ask($"user {user}", _reads.UserAsync(user));
            Ask($"used {user}", _reads.IsUserIdUsedAsync(user));
            Ask($"open invitation of {user}", _reads.OpenInvitationAsync(user));
        }

        foreach (var member in Pool.Members)
        {
            Ask($"level of {member}", _reads.HighestLevelAsync(member));
        }

        foreach (var fold in Pool.Folds)
        {
            Ask($"named {fold}", _reads.UserNamedAsync(fold));
            Ask($"deleted {fold}", _reads.DeletedUserNamedAsync(fold));
        }
    }

    private void AskAboutScopes()
    {
        foreach (var scope in Pool.Scopes)
        {
            Ask($"used {scope}", _reads.IsScopeIdUsedAsync(scope));
        }

        foreach (var scope in Pool.Scopes.Prepend(ScopeId.Account(_account)))
        {
            Ask($"scope {scope}", _reads.ScopeAsync(scope));
            foreach (var member in Pool.Members)
            {
                Ask($"{member} in {scope}", _reads.MembershipAsync(member, scope));
            }

            foreach (var user in Pool.Users)
            {
                Ask($"{user} through teams in {scope}", _reads.LevelThroughTeamsAsync(user, scope));
            }

            foreach (var level in Enum.GetValues<Level>())
            {
                Ask($"{level} of {scope}", _reads.RoleHoldersAsync(scope, level, "", 100));
                Ask($"{level} of {scope} after 'a'", _reads.RoleHoldersAsync(scope, level, "a", 2));
            }
        }
    }

    private void AskForUsersAndKeys()
    {
        Ask("users by id", _reads.UsersByIdAsync("", 100));
        Ask("users by id after 'a'", _reads.UsersByIdAsync("a", 2));
        Ask("users by name", _reads.UsersByNameAsync("", 100));
        Ask("users by name after 'b'", _reads.UsersByNameAsync("b", 2));
        Ask("three users at most", _reads.CountUsersAsync(3));
        Ask("users", _reads.CountUsersAsync(1_000));
        AskForList("keys", _reads.KeysAsync);
        foreach (var active in new bool?[] { null, true, false })
        {
            AskForList($"users {active}", page => _reads.UsersAsync(active, page));
            foreach (var group in Pool.Groups)
            {
                AskForList($"users of {group} {active}", page => _reads.GroupUsersAsync(group, active, page));
            }

            foreach (var team in Pool.Teams)
            {
                AskForList($"seats of {team} {active}", page => _reads.SeatsAsync(team, active, page));
            }
        }
    }

    private void AskForTeamsAndRoles()
    {
        AskForList("teams", _reads.TeamsAsync);
        AskForList("roles", _reads.CustomRolesAsync);
        foreach (var name in Pool.OwnRoles)
        {
            Ask($"role {name}", _reads.CustomRoleAsync(name));
            Ask($"role {name} held", _reads.IsCustomRoleHeldAsync(name));
        }
    }

    private void AskForScopesAndMemberships()
    {
        foreach (var filter in ScopeFilters())
        {
            AskForList($"scopes {filter}", page => _reads.ScopesAsync(filter, page));
        }

        Ask("memberships by place", _reads.MembershipsByPlaceAsync(MemberPlace.Start, 1_000));
        foreach (var scope in Pool.Scopes.Prepend(ScopeId.Account(_account)))
        {
            Ask($"memberships after {scope}", _reads.MembershipsByPlaceAsync(new(scope, new("")), 3));
            foreach (var user in Pool.Users)
            {
                Ask($"memberships after {user} in {scope}", _reads.MembershipsByPlaceAsync(new(scope, user), 2));
            }
        }

        foreach (var filter in MembershipFilters(_account))
        {
            AskForList($"memberships {filter}", page => _reads.MembershipsAsync(filter, page));
        }
    }

    private void Ask<T>(string question, ValueTask<T> answer) => Ask(question, answer, found => found);

    private void Ask<T, TShown>(string question, ValueTask<T> answer, Func<T, TShown> shown)
    {
        _asked.Add(NoteAsync());
        async Task<string> NoteAsync() => $"{question}: {Show.Of(shown(await answer))}";
    }

    /// <summary>Walked to its end in pages of a size that is another for the next list.</summary>
    private void AskForList<T>(string list, Func<Page, ValueTask<Slice<T>>> read)
    {
        var limit = Limits[_lists++ % Limits.Length];
        _asked.Add(WalkAsync());
        async Task<string> WalkAsync()
        {
            var pages = new List<string>();
            for (long? after = 0; after is { } from;)
            {
                var slice = await read(new Page(from, limit));
                pages.Add($"{list} after {from} by {limit}, next {slice.Next}: {Show.Of(slice.Items)}");
                after = slice.Next;
            }

            return string.Join("\n", pages);
        }
    }

    private static IEnumerable<ScopeFilter> ScopeFilters() =>
    [
        new(ScopeKind.Group), new(ScopeKind.Connector), new(ScopeKind.Organization), new(ScopeKind.Team),
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
            new(member), new(MemberId.Team(Pool.Teams[0].Id)), new(Scope: Pool.Teams[0]), new(member, ScopeKind.Team), new(MemberId.User(Pool.Users[1])), new(member, ScopeKind.Group), new(member, Role: Role), new(member, ScopeKind.Group, null, Role),
            new(Scope: inAccount), new(Scope: inGroup), new(Scope: inGroup, Role: Role), new(Kind: ScopeKind.Account, Scope: inGroup),
            new(member, Scope: inAccount), new(member, Scope: inGroup), new(member, ScopeKind.Group, inGroup, Role), new(member, ScopeKind.Account, inGroup),
        ];
    }
}
